package io.linkspan.connection;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** Pieces of a session's work that the driver's exception may end. */
final class Work {
  private Work() {}

  /** Binds the parameters in their order; a list is bound as an array of texts. */
  static void bind(Connection jdbc, PreparedStatement statement, List<?> parameters)
      throws SQLException {
    for (int i = 0; i < parameters.size(); i++) {
      if (parameters.get(i) instanceof List<?> texts) {
        statement.setArray(i + 1, jdbc.createArrayOf("text", texts.toArray()));
      } else {
        statement.setObject(i + 1, parameters.get(i));
      }
    }
  }

  /** On a statement without parameters. */
  @FunctionalInterface
  interface OnStatement<T> {
    T run(Statement statement, Told told) throws SQLException;
  }

  /** On one with parameters, which are bound. */
  @FunctionalInterface
  interface OnPrepared<T> {
    T run(PreparedStatement statement, Told told) throws SQLException;
  }

  /** One message and what comes back. */
  @FunctionalInterface
  interface Talk<T> {
    T run(Told told) throws SQLException;
  }
}
