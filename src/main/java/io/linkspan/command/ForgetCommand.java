package io.linkspan.command;

import io.linkspan.command.Usage.Group;
import io.linkspan.connection.SavedConnection;
import io.linkspan.pg.NearestName;
import io.linkspan.pg.UserException;
import io.linkspan.sql.Tokens;
import java.util.List;

/** {@code forget connection NAME}. */
final class ForgetCommand implements Command {
  private final Workspace workspace;

  ForgetCommand(Workspace workspace) {
    this.workspace = workspace;
  }

  @Override
  public Usage usage() {
    return new Usage(
        Group.CONNECTIONS,
        List.of("forget"),
        List.of("forget connection NAME"),
        "takes a saved connection out of the configuration file",
        "",
        List.of("forget connection archive"));
  }

  @Override
  public Outcome execute(Invocation invocation) {
    Tokens tokens = invocation.tokens();
    tokens.expectWord("connection");
    String name = ConnectionNames.next(tokens);
    tokens.expectEnd();
    if (!workspace.saved().forget(name)) {
      List<String> saved = workspace.saved().all().stream().map(SavedConnection::name).toList();
      throw UserException.usage(
          "no connection is saved as \"" + name + "\"",
          NearestName.hint(name, saved).orElse("See what is saved: connections"));
    }
    return Outcome.line("Connection " + name + " is forgotten.");
  }
}
