package io.linkspan;

import io.linkspan.command.LinkspanConversation;
import io.linkspan.command.Questions;
import io.linkspan.command.UserConfiguration;
import io.linkspan.report.Page;
import io.linkspan.settings.Setting;
import io.linkspan.settings.Settings;
import io.linkspan.settings.StartSettings;
import io.linkspan.shell.BatchInput;
import java.util.Optional;

/**
 * What the command line and the configuration file say is to be so before the first line of input.
 * A script or a pipe takes nothing of the file but connections and care, so that it does the same
 * for everybody.
 */
final class Start {
  private final Arguments arguments;
  private final boolean interactive;
  private final UserConfiguration configuration;
  private final LinkspanConversation conversation;

  Start(
      Arguments arguments,
      boolean interactive,
      UserConfiguration configuration,
      LinkspanConversation conversation) {
    this.arguments = arguments;
    this.interactive = interactive;
    this.configuration = configuration;
    this.conversation = conversation;
  }

  /** Sets what is to be set, and begins to open the route. */
  void begin(Page page, Questions questions) {
    StartSettings said = configuration.said();
    Settings settings = conversation.settings();
    said.values()
        .forEach(
            (setting, value) -> {
              if (interactive || setting.group() == Setting.Group.CARE) {
                settings.set(setting, value);
              }
            });
    arguments.format().ifPresent(format -> settings.set(Setting.FORMAT, format.label()));
    if (interactive) {
      conversation.take(said);
    }
    Optional<String> asked = interactive && !arguments.sandbox() ? said.route() : Optional.empty();
    arguments
        .route()
        .or(() -> asked)
        .ifPresent(route -> conversation.begin(route, page, questions));
  }

  /** What to carry out before the prompt. */
  Optional<BatchInput> script() {
    return interactive && !arguments.sandbox() && !arguments.skipConfiguration()
        ? configuration.script(configuration.said()).map(BatchInput::script)
        : Optional.empty();
  }
}
