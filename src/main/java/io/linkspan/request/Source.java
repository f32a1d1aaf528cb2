package io.linkspan.request;

import java.util.Optional;

/** What stands left of the arrow. */
public sealed interface Source {
  /** The connection named, empty where the route decides. */
  Optional<String> connection();

  /** A table or view. */
  record OfTable(TableReference table) implements Source {
    @Override
    public Optional<String> connection() {
      return table.connection();
    }
  }

  /**
   * A query in parentheses.
   *
   * @param sql the query's own text, without the parentheses
   */
  record OfQuery(Optional<String> connection, String sql) implements Source {}
}
