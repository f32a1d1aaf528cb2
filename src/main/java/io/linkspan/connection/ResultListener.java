package io.linkspan.connection;

import io.linkspan.pg.ErrorFields;
import java.util.List;
import java.util.Optional;

/** What becomes of the results of a statement, in the order in which the server sends them. */
public interface ResultListener {
  /** A result with rows begins. */
  void columns(List<ColumnHead> heads);

  /** One row of the result that began last, in the server's text form; empty is NULL. */
  void row(List<Optional<String>> values);

  /** The result that began last has ended. */
  void endOfRows(long rows);

  /**
   * A statement without rows was carried out.
   *
   * @param affected rows that the server says it touched; 0 for a utility statement
   */
  void done(long affected);

  /** Whether nobody wants more rows of the result that began last; it is not read on then. */
  default boolean enough() {
    return false;
  }

  /** The server sent a notice or a warning. */
  void notice(ErrorFields notice);

  /** Another session has notified this one, before or while the statement ran. */
  default void notified(Notification notification) {}
}
