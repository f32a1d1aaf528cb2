package io.linkspan.command;

import io.linkspan.connection.OpenConnection;
import io.linkspan.connection.OpenConnections;
import io.linkspan.connection.TransactionStatus;
import io.linkspan.report.Line;
import java.util.List;

/** What stands before the next line: the route, the plan in hand, the state of the transaction. */
final class Prompt {
  private Prompt() {}

  static Line of(Workspace workspace) {
    OpenConnections connections = workspace.connections();
    String route = connections.source().map(source -> source.name() + " -> ").orElse("");
    List<OpenConnection> open = connections.all();
    if (open.isEmpty()) {
      return Line.of("linkspan=>");
    }
    OpenConnection current = connections.current();
    if (connections.target().isEmpty() && !route.isEmpty()) {
      return Line.of(route + "? =>");
    }
    String plan =
        workspace
            .plan()
            .current()
            .map(planned -> " [" + planned.plan().into().name().name().name() + "]")
            .orElse("");
    return Line.of(route + current.name() + plan + " " + mark(current) + "=>");
  }

  private static String mark(OpenConnection connection) {
    if (connection.isLost()) {
      return "?";
    }
    TransactionStatus status = connection.session().transactionStatus();
    return switch (status) {
      case IDLE -> "";
      case OPEN -> "*";
      case FAILED -> "!";
    };
  }
}
