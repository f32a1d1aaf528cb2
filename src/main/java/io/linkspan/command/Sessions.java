package io.linkspan.command;

import io.linkspan.connection.OpenConnection;
import io.linkspan.connection.OpenConnections;
import io.linkspan.connection.TransactionStatus;
import java.util.HashMap;
import java.util.Map;

/**
 * Where the sessions of the shell stand with their transactions.
 *
 * @param taking the name of the connection that takes SQL; empty where none is open
 * @param begun the connections with a transaction that is open or has failed
 */
record Sessions(String taking, Map<String, TransactionStatus> begun) {
  Sessions {
    begun = Map.copyOf(begun);
  }

  /** As they stand now. */
  static Sessions of(OpenConnections connections) {
    Map<String, TransactionStatus> begun = new HashMap<>();
    for (OpenConnection open : connections.all()) {
      if (!open.isLost() && open.session().transactionStatus() != TransactionStatus.IDLE) {
        begun.put(open.name(), open.session().transactionStatus());
      }
    }
    return new Sessions(connections.taking().map(OpenConnection::name).orElse(""), begun);
  }
}
