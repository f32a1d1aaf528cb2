package io.linkspan.command;

import io.linkspan.command.Usage.Group;
import io.linkspan.configfile.ChangedSettings;
import io.linkspan.configfile.ConfigurationFile;
import io.linkspan.configfile.SettingSections;
import io.linkspan.configfile.TomlText;
import io.linkspan.connection.OpenConnection;
import io.linkspan.connection.SavedConnection;
import io.linkspan.connection.SettingsText;
import io.linkspan.pg.UserException;
import io.linkspan.report.Line;
import io.linkspan.settings.Setting;
import io.linkspan.sql.Tokens;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** {@code save FILE}, {@code save connection NAME} and {@code save settings}. */
final class SaveCommand implements Command {
  private final Workspace workspace;

  SaveCommand(Workspace workspace) {
    this.workspace = workspace;
  }

  @Override
  public Usage usage() {
    return new Usage(
        Group.SCRIPTS,
        List.of("save"),
        List.of("save FILE", "save connection NAME", "save settings"),
        "writes what succeeded in this session as a script; or keeps a connection, or what was set",
        "The script has the commands that did something, without typing mistakes, look-ups and what"
            + " was taken back; each plan as it was when it ran. Nobody but you may read it. A"
            + " connection, and settings, go to linkspan/config.toml below $XDG_CONFIG_HOME (else"
            + " ~/.config), whose comments and other sections stay as they are. A password is never"
            + " kept.",
        List.of("save migrate-users.lks", "save connection archive", "save settings"));
  }

  @Override
  public Outcome execute(Invocation invocation) {
    Tokens tokens = invocation.tokens();
    if (invocation.rest().strip().equalsIgnoreCase("settings")) {
      return settings();
    }
    if (!tokens.acceptWord("connection")) {
      return script(invocation);
    }
    String name = ConnectionNames.next(tokens);
    tokens.expectEnd();
    return connection(name);
  }

  private Outcome script(Invocation invocation) {
    String typed = Unquoted.text(invocation.rest());
    if (typed.isEmpty()) {
      throw UserException.usage("save needs a file", "Type: save FILE, or: save connection NAME");
    }
    Path file = FilePath.of(workspace.environment(), typed);
    Recorder recorder = workspace.recorder();
    if (recorder.kept() == 0) {
      throw UserException.usage(
          "nothing of this session is worth keeping yet",
          "Look-ups and mistakes are left out; plan something: plan copy SOURCE -> TARGET");
    }
    return Recorder.beforeReplacing(file, invocation.questions())
        .orElseGet(
            () -> {
              Recorder.write(file, recorder.script());
              return new Outcome.Shown(
                  List.of(
                      Line.of("What succeeded in this session is saved, without passwords, in"),
                      Line.of("  " + file)));
            });
  }

  private Outcome connection(String name) {
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
