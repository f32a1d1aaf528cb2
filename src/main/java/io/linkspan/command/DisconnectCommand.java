package io.linkspan.command;

import io.linkspan.command.Usage.Group;
import io.linkspan.sql.Tokens;
import java.util.List;

/** {@code disconnect NAME}. */
final class DisconnectCommand implements Command {
  private final Workspace workspace;

  DisconnectCommand(Workspace workspace) {
    this.workspace = workspace;
  }

  @Override
  public Usage usage() {
    return new Usage(
        Group.CONNECTIONS,
        List.of("disconnect"),
        List.of("disconnect NAME"),
        "closes a connection; an open transaction is rolled back",
        "",
        List.of("disconnect archive"));
  }

  @Override
  public Outcome execute(Invocation invocation) {
    Tokens tokens = invocation.tokens();
    String name = ConnectionNames.next(tokens);
    tokens.expectEnd();
    workspace.connections().close(name);
    workspace.names().forget(name);
    workspace.plan().clear();
    return Outcome.line("Connection " + name + " is closed.");
  }
}
