package io.linkspan.connection;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.postgresql.core.BaseConnection;
import org.postgresql.core.TransactionState;

/** A statement that the user typed: its rows are handed over as they come, in constant memory. */
final class TypedStatement {
  /** Rows that are fetched at a time. */
  private static final int FETCH = 1000;

  /** Statements that may run inside a transaction and give rows; only those can be fetched so. */
  private static final Pattern READS = Pattern.compile("(?:select|table|values|with)\\b.*");

  private final Connection jdbc;
  private final Statement statement;

  TypedStatement(Connection jdbc, Statement statement) {
    this.jdbc = jdbc;
    this.statement = statement;
  }

  void run(String sql, ResultListener listener) throws SQLException {
    String head = sql.stripLeading().toLowerCase(Locale.ROOT);
    boolean idle = jdbc.unwrap(BaseConnection.class).getTransactionState() == TransactionState.IDLE;
    if (idle && READS.matcher(head.lines().findFirst().orElse("")).matches()) {
      fetchInParts(sql, listener);
    } else {
      execute(sql, listener);
    }
    notifications(listener);
  }

  /** The server sends them when it is idle: after the statement that ends a transaction. */
  private void notifications(ResultListener listener) throws SQLException {
    for (PGNotification heard : jdbc.unwrap(PGConnection.class).getNotifications()) {
      listener.notified(new Notification(heard.getName(), heard.getParameter(), heard.getPID()));
    }
  }

  /** The driver fetches in parts only inside a transaction of its own. */
  private void fetchInParts(String sql, ResultListener listener) throws SQLException {
    jdbc.setAutoCommit(false);
    boolean done = false;
    try {
      statement.setFetchSize(FETCH);
      execute(sql, listener);
      jdbc.commit();
      done = true;
    } finally {
      if (!done) {
        jdbc.rollback();
      }
      jdbc.setAutoCommit(true);
    }
  }

  private void execute(String sql, ResultListener listener) throws SQLException {
    boolean rows = executed(sql, listener);
    notices(listener);
    while (rows || statement.getUpdateCount() >= 0) {
      if (rows) {
        try (ResultSet result = statement.getResultSet()) {
          hand(result, listener);
        }
      } else {
        listener.done(statement.getLargeUpdateCount());
      }
      rows = statement.getMoreResults();
    }
    notices(listener);
  }

  /** What the server said before an error is told before it. */
  private boolean executed(String sql, ResultListener listener) throws SQLException {
    try {
      return statement.execute(sql);
    } catch (SQLException e) {
      if (!statement.isClosed()) {
        notices(listener);
      }
      throw e;
    }
  }

  private void notices(ResultListener listener) throws SQLException {
    for (SQLWarning w = statement.getWarnings(); w != null; w = w.getNextWarning()) {
      listener.notice(ServerErrors.notice(w));
    }
    statement.clearWarnings();
  }

  /** Hands over all rows of a result, heads first. */
  static void hand(ResultSet result, ResultListener listener) throws SQLException {
    ResultSetMetaData meta = result.getMetaData();
    int width = meta.getColumnCount();
    List<ColumnHead> heads = new ArrayList<>();
    for (int i = 1; i <= width; i++) {
      heads.add(new ColumnHead(meta.getColumnLabel(i), meta.getColumnTypeName(i)));
    }
    listener.columns(List.copyOf(heads));
    long count = 0;
    // What is not read is not undone: its transaction ends as if all of it had been.
    while (!listener.enough() && result.next()) {
      List<Optional<String>> values = new ArrayList<>(width);
      for (int i = 1; i <= width; i++) {
        values.add(Optional.ofNullable(result.getString(i)));
      }
      listener.row(values);
      count++;
    }
    listener.endOfRows(count);
  }
}
