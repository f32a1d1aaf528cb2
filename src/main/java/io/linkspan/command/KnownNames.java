package io.linkspan.command;

import io.linkspan.catalog.NameIndex;
import io.linkspan.catalog.NameIndexReader;
import io.linkspan.connection.OpenConnection;
import io.linkspan.pg.UserException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The names of tables and columns of every open connection, for completion. */
final class KnownNames {
  private final Map<String, NameIndex> byConnection = new ConcurrentHashMap<>();

  /** Reads the names again on a thread of its own; until then the old ones serve. */
  void refresh(OpenConnection connection) {
    Thread reader = new Thread(() -> read(connection), "names-" + connection.name());
    reader.setDaemon(true);
    reader.start();
  }

  private void read(OpenConnection connection) {
    try {
      byConnection.put(connection.name(), connection.inBackground(NameIndexReader::read));
    } catch (UserException e) {
      // Completion goes without the names; the next command tells what is wrong with the server.
      byConnection.remove(connection.name());
    }
  }

  /** The names of a connection, where they have been read. */
  Optional<NameIndex> of(String connection) {
    return Optional.ofNullable(byConnection.get(connection));
  }

  void forget(String connection) {
    byConnection.remove(connection);
  }
}
