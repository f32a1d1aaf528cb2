package io.linkspan.command;

import io.linkspan.catalog.NameIndex;
import io.linkspan.catalog.NameIndexReader;
import io.linkspan.completion.Completion;
import io.linkspan.connection.OpenConnection;
import io.linkspan.connection.Session;
import io.linkspan.connection.TransactionStatus;
import io.linkspan.journal.Journal;
import io.linkspan.journal.JournaledRun;
import io.linkspan.pg.UserException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The names of tables, columns and more of every open connection, for completion, and the numbers
 * of the runs in its journal. Read on threads of their own; until then the old ones serve.
 */
final class KnownNames {
  /** How many runs are offered. */
  private static final int RUNS = 20;

  private static final String PATH =
      "SELECT pg_catalog.set_config('search_path', ?, false) AS path";

  private final Map<String, Known> byConnection = new ConcurrentHashMap<>();
  private final Map<String, List<JournaledRun>> runs = new ConcurrentHashMap<>();
  private final Map<String, String> searchPaths = new ConcurrentHashMap<>();
  private final Set<String> changed = ConcurrentHashMap.newKeySet();

  /** The names, and the tables among them as words. */
  private record Known(NameIndex names, List<Completion> tables) {
    static Known of(String connection, NameIndex names) {
      return new Known(names, List.copyOf(TableWords.all(connection, names)));
    }
  }

  /** The connections whose names are being read, with what is to be read after that. */
  private final Map<String, Optional<OpenConnection>> reading = new HashMap<>();

  /** Reads the names again in the background; while it does, any number of calls is one more. */
  void refresh(OpenConnection connection) {
    synchronized (reading) {
      boolean busy = reading.containsKey(connection.name());
      reading.put(connection.name(), busy ? Optional.of(connection) : Optional.empty());
      if (busy) {
        return;
      }
    }
    Thread reader = new Thread(() -> readUntilDone(connection), "names-" + connection.name());
    reader.setDaemon(true);
    reader.start();
  }

  private void readUntilDone(OpenConnection first) {
    Optional<OpenConnection> next = Optional.of(first);
    while (next.isPresent()) {
      try {
        read(next.orElseThrow());
      } catch (RuntimeException e) {
        // Completion goes without new names; the next command tells what is wrong with the server.
      }
      next = afterReading(first.name());
    }
  }

  private Optional<OpenConnection> afterReading(String name) {
    synchronized (reading) {
      Optional<OpenConnection> next = reading.getOrDefault(name, Optional.empty());
      if (next.isPresent()) {
        reading.put(name, Optional.empty());
      } else {
        reading.remove(name);
      }
      return next;
    }
  }

  /**
   * Reads the names now.
   *
   * @throws UserException where the server cannot be read; the old names serve on
   */
  NameIndex read(OpenConnection connection) {
    String name = connection.name();
    NameIndex index =
        connection.inBackground(
            session -> {
              Optional.ofNullable(searchPaths.get(name))
                  .ifPresent(path -> session.query(PATH, row -> row.text("path"), path));
              NameIndex read =
                  NameIndexReader.read(
                      session, early -> byConnection.putIfAbsent(name, Known.of(name, early)));
              runs.put(name, runs(session));
              return read;
            });
    byConnection.put(name, Known.of(name, index));
    return index;
  }

  private static List<JournaledRun> runs(Session session) {
    try {
      return Journal.find(session).map(journal -> journal.latest(RUNS)).orElse(List.of());
    } catch (UserException e) {
      // The journal may be another role's; the names are there all the same.
      return List.of();
    }
  }

  /** Notes what a statement may have changed, and reads again when its transaction has ended. */
  void after(String sql, OpenConnection connection) {
    if (DefinesObjects.verb(sql)) {
      changed.add(connection.name());
    }
    if (!changed.contains(connection.name()) || connection.isLost()) {
      return;
    }
    TransactionStatus status = connection.session().transactionStatus();
    if (DefinesObjects.searchPath(sql) && status != TransactionStatus.FAILED) {
      keepSearchPath(connection);
      refresh(connection);
    }
    if (status == TransactionStatus.IDLE) {
      changed.remove(connection.name());
      refresh(connection);
    }
  }

  private void keepSearchPath(OpenConnection connection) {
    try {
      searchPaths.put(
          connection.name(),
          connection.session().text("SELECT pg_catalog.current_setting('search_path')"));
    } catch (UserException e) {
      // The statement itself has ended well; the next one tells what is wrong with the server.
      searchPaths.remove(connection.name());
    }
  }

  /** The names of a connection, where they have been read. */
  Optional<NameIndex> of(String connection) {
    return Optional.ofNullable(byConnection.get(connection)).map(Known::names);
  }

  /** The tables of a connection as words; none where they have not been read. */
  List<Completion> tables(String connection) {
    Known known = byConnection.get(connection);
    return known == null ? List.of() : known.tables();
  }

  /** The latest runs in a connection's journal, the newest first, as they were last read. */
  List<JournaledRun> runs(String connection) {
    return runs.getOrDefault(connection, List.of());
  }

  void forget(String connection) {
    byConnection.remove(connection);
    runs.remove(connection);
    searchPaths.remove(connection);
    changed.remove(connection);
  }
}
