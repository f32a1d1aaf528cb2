package io.linkspan.command;

import io.linkspan.command.Usage.Group;
import io.linkspan.connection.OpenConnection;
import io.linkspan.connection.TransactionStatus;
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
    boolean open = workspace.connections().all().stream().anyMatch(QuitCommand::inTransaction);
    boolean leave =
        !open
            || invocation
                .questions()
                .confirm("A transaction is open and will be rolled back. Leave?");
    return leave ? new Outcome.Quit() : Outcome.nothing();
  }

  private static boolean inTransaction(OpenConnection connection) {
    return !connection.isLost()
        && connection.session().transactionStatus() != TransactionStatus.IDLE;
  }
}
