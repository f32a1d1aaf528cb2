package io.linkspan.command;

import io.linkspan.command.Usage.Group;
import io.linkspan.pg.UserException;
import io.linkspan.report.Line;
import io.linkspan.report.SettingsScreen;
import io.linkspan.settings.Setting;
import io.linkspan.settings.Settings;
import io.linkspan.sql.Tokens;
import java.util.List;

/** {@code set [NAME [VALUE]]}: shows and changes the settings. */
final class SetCommand implements Command {
  private final Workspace workspace;

  SetCommand(Workspace workspace) {
    this.workspace = workspace;
  }

  @Override
  public Usage usage() {
    return new Usage(
        Group.SHELL,
        List.of("set"),
        List.of("set", "set NAME", "set NAME VALUE", "set NAME default"),
        "shows the settings, or changes one for this session",
        "\"save settings\" writes what was changed into the configuration file. SQL's own SET goes to"
            + " the server: no parameter of PostgreSQL's is called like a setting here.",
        List.of("set", "set format", "set format csv", "set format default"));
  }

  @Override
  public Outcome execute(Invocation invocation) {
    Settings settings = workspace.settings();
    Tokens tokens = invocation.tokens();
    if (tokens.atEnd()) {
      return new Outcome.Shown(SettingsScreen.of(settings, invocation.page()));
    }
    Setting setting = setting(tokens);
    if (tokens.atEnd()) {
      return new Outcome.Shown(SettingsScreen.of(settings, setting, invocation.page()));
    }
    if (!tokens.acceptSymbol("=")) {
      tokens.acceptWord("to");
    }
    String typed = tokens.rest().text();
    if (typed.isEmpty()) {
      throw tokens.unexpected("a value");
    }
    if (typed.equalsIgnoreCase("default")) {
      settings.reset(setting);
    } else {
      settings.set(setting, Unquoted.text(typed));
    }
    String value = SettingsScreen.value(setting, settings.text(setting));
    String kept =
        settings.isChanged(setting)
            ? " for this session; to keep it: save settings"
            : ", the standard";
    return new Outcome.Shown(
        List.of(Line.of("%s is %s%s".formatted(setting.label(), value, kept))));
  }

  /** Whether the hint is a sentence and no command to type. */
  private static boolean nearest(UserException e) {
    return e.fields().hint().filter(hint -> hint.endsWith(".")).isPresent();
  }

  private static Setting setting(Tokens tokens) {
    String name = tokens.expectIdentifier("the name of a setting").name();
    try {
      return Settings.require(name);
    } catch (UserException e) {
      String ours = e.fields().hint().orElse("See all: set") + (nearest(e) ? " A" : "; a");
      String hint = "%s parameter of the server: SET %s = …;".formatted(ours, name);
      throw new UserException(e.kind(), e.fields().withHint(hint), e);
    }
  }
}
