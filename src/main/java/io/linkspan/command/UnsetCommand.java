package io.linkspan.command;

import io.linkspan.command.Usage.Group;
import io.linkspan.sql.Tokens;
import java.util.List;

/** {@code unset NAME}. */
final class UnsetCommand implements Command {
  private final Workspace workspace;

  UnsetCommand(Workspace workspace) {
    this.workspace = workspace;
  }

  @Override
  public Usage usage() {
    return new Usage(
        Group.SCRIPTS,
        List.of("unset"),
        List.of("unset NAME"),
        "forgets a variable",
        "",
        List.of("unset since"));
  }

  @Override
  public Outcome execute(Invocation invocation) {
    Tokens tokens = invocation.tokens();
    String name = tokens.expectIdentifier("the name of a variable").name();
    tokens.expectEnd();
    workspace.variables().remove(name);
    return Outcome.nothing();
  }
}
