package io.linkspan.command;

import io.linkspan.command.Usage.Group;
import io.linkspan.configfile.ChangedSettings;
import io.linkspan.configfile.ConfigurationFile;
import io.linkspan.configfile.SettingSections;
import io.linkspan.configfile.TomlText;
import io.linkspan.connection.OpenConnection;
import io.linkspan.connection.SavedConnection;
import io.linkspan.connection.SettingsText;
import io.linkspan.report.Line;
import io.linkspan.settings.Setting;
import io.linkspan.sql.Tokens;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** {@code save connection NAME}. */
final class SaveCommand implements Command {
  private final Workspace workspace;

  SaveCommand(Workspace workspace) {
    this.workspace = workspace;
  }

  @Override
  public Usage usage() {
    return new Usage(
        Group.CONNECTIONS,
        List.of("save"),
        List.of("save connection NAME", "save settings"),
        "keeps an open connection, or what was set, in the user's configuration file",
        "A password is never kept. The file is linkspan/config.toml below $XDG_CONFIG_HOME (else ~/.config). Its comments and"
            + " other sections stay as they are.",
        List.of("save connection archive", "save settings"));
  }

  @Override
  public Outcome execute(Invocation invocation) {
    Tokens tokens = invocation.tokens();
    if (tokens.acceptWord("settings")) {
      tokens.expectEnd();
      return settings();
    }
    tokens.expectWord("connection");
    String name = ConnectionNames.next(tokens);
    tokens.expectEnd();
    OpenConnection open = workspace.connections().named(name);
    workspace
        .saved()
        .save(
            new SavedConnection(
                name,
                SettingsText.parse(open.settings().withoutSecrets().conninfo()),
                open.reachedBy(),
                open.readOnly(),
                open.marks().production()));
    return new Outcome.Shown(
        List.of(
            Line.of("Connection %s is saved, without a password, in".formatted(name)),
            Line.of("  " + workspace.saved().file())));
  }

  /** Keeps whatever is set otherwise than the file says. */
  private Outcome settings() {
    ConfigurationFile file = workspace.environment().configuration();
    TomlText text = file.read();
    Map<Setting, String> said = SettingSections.read(text).values();
    Map<Setting, String> changed = new EnumMap<>(Setting.class);
    for (Setting setting : Setting.values()) {
      String now = workspace.settings().text(setting);
      if (!now.equals(said.getOrDefault(setting, setting.standard()))) {
        changed.put(setting, now);
      }
    }
    if (changed.isEmpty()) {
      return Outcome.line("Nothing is set otherwise than there already.");
    }
    file.write(ChangedSettings.in(text, changed).text());
    String names = changed.keySet().stream().map(Setting::label).collect(Collectors.joining(", "));
    return new Outcome.Shown(
        List.of(Line.of("Kept " + names + " in"), Line.of("  " + file.path())));
  }
}
