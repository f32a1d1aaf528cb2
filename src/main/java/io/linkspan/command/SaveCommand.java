package io.linkspan.command;

import io.linkspan.command.Usage.Group;
import io.linkspan.connection.OpenConnection;
import io.linkspan.connection.SavedConnection;
import io.linkspan.connection.SettingsText;
import io.linkspan.report.Line;
import io.linkspan.sql.Tokens;
import java.util.List;

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
        List.of("save connection NAME"),
        "keeps an open connection in the user's configuration file, never with a password",
        "The file is linkspan/config.toml below $XDG_CONFIG_HOME (else ~/.config). Its comments and"
            + " other sections stay as they are.",
        List.of("save connection archive"));
  }

  @Override
  public Outcome execute(Invocation invocation) {
    Tokens tokens = invocation.tokens();
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
                false));
    return new Outcome.Shown(
        List.of(
            Line.of("Connection %s is saved, without a password, in".formatted(name)),
            Line.of("  " + workspace.saved().file())));
  }
}
