package io.linkspan.command;

import io.linkspan.command.Usage.Group;
import io.linkspan.settings.Setting;
import io.linkspan.settings.Settings;
import java.util.List;
import java.util.Optional;

/** psql's short words for the way results are shown: {@code \x}, {@code \a}, {@code \t}, … */
final class ExpandedCommand implements AsPsql {
  private final Workspace workspace;

  ExpandedCommand(Workspace workspace) {
    this.workspace = workspace;
  }

  @Override
  public Usage usage() {
    return new Usage(
        Group.PSQL,
        List.of("\\x", "\\a", "\\t", "\\f", "\\C"),
        List.of("\\x [on | off | auto]", "\\a", "\\t [on | off]", "\\f [TEXT]", "\\C [TITLE]"),
        "how results are shown: \\x a line a value, \\a unaligned, \\t rows alone, \\f the separator"
            + " of unaligned values, \\C a title",
        "With auto, a table that is wider than the terminal takes a line a value.",
        List.of("\\x auto", "\\t on"));
  }

  @Override
  public Outcome execute(Invocation typed) {
    Settings settings = workspace.settings();
    Optional<String> value = PsqlWords.arguments(typed, workspace, 1).stream().findFirst();
    Setting setting =
        switch (typed.word()) {
          case "\\x" -> Setting.EXPANDED;
          case "\\t" -> Setting.TUPLES_ONLY;
          case "\\f" -> Setting.FIELDSEP;
          case "\\C" -> Setting.TITLE;
          default -> Setting.FORMAT;
        };
    if (setting == Setting.FORMAT) {
      settings.set(setting, settings.text(setting).equals("table") ? "unaligned" : "table");
    } else {
      DisplayOptions.set(settings, setting, value);
    }
    return Outcome.line(DisplayOptions.told(settings, setting));
  }
}
