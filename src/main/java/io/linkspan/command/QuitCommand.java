package io.linkspan.command;

import io.linkspan.command.Usage.Group;
import java.util.List;

/** {@code quit}. */
final class QuitCommand implements Command {
  private final Workspace workspace;

  QuitCommand(Workspace workspace) {
    this.workspace = workspace;
  }

  @Override
  public Usage usage() {
    return new Usage(
        Group.SHELL,
        List.of("quit", "exit", "\\q"),
        List.of("quit"),
        "leaves; asks first where a transaction is open",
        "",
        List.of("quit"));
  }

  @Override
  public Outcome execute(Invocation invocation) {
    invocation.requireNothing();
    boolean leave =
        Leaving.question(workspace)
            .map(question -> invocation.questions().confirm(question))
            .orElse(true);
    return leave ? new Outcome.Quit() : Outcome.nothing();
  }
}
