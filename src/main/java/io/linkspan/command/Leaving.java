package io.linkspan.command;

import io.linkspan.connection.OpenConnection;
import io.linkspan.connection.TransactionStatus;
import java.util.List;
import java.util.Optional;

/** What would be lost if the shell was left now. */
final class Leaving {
  private Leaving() {}

  /** What to ask first; empty where nothing would be lost. */
  static Optional<String> question(Workspace workspace) {
    List<String> open =
        workspace.connections().all().stream()
            .filter(Leaving::inTransaction)
            .map(OpenConnection::name)
            .toList();
    return open.isEmpty()
        ? Optional.empty()
        : Optional.of(
            "A transaction is open on %s and will be rolled back. Leave?"
                .formatted(String.join(" and ", open)));
  }

  private static boolean inTransaction(OpenConnection connection) {
    return !connection.isLost()
        && connection.session().transactionStatus() != TransactionStatus.IDLE;
  }
}
