package io.linkspan.command;

import java.util.Optional;

/** The SQL that is typed and not sent, and the statement that was sent last. One thread uses it. */
final class QueryBuffer {
  /**
   * A statement, or the begin of one.
   *
   * @param connection named by {@code @NAME} before it
   * @param sql without a semicolon, variables filled in
   */
  record Query(Optional<String> connection, String sql) {
    static final Query NONE = new Query(Optional.empty(), "");

    boolean isBlank() {
      return sql.isBlank();
    }

    /** As it would be typed. */
    String typed() {
      return connection.map(name -> "@" + name + " ").orElse("") + sql;
    }
  }

  private Query pending = Query.NONE;
  private Query last = Query.NONE;

  /** What is typed and not sent. */
  Query pending() {
    return pending;
  }

  void keep(Query typed) {
    pending = typed;
  }

  void clear() {
    pending = Query.NONE;
  }

  /** What is typed, and no longer is afterwards. */
  Query take() {
    Query taken = pending;
    clear();
    return taken;
  }

  /** The statement that was sent last; blank before the first. */
  Query last() {
    return last;
  }

  void sent(Query query) {
    last = query;
  }

  /** What a command acts on: what is typed, else what was sent last. */
  Query current() {
    return pending.isBlank() ? last : pending;
  }
}
