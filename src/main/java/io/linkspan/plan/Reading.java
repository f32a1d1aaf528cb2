package io.linkspan.plan;

import io.linkspan.catalog.Column;
import io.linkspan.catalog.Table;
import io.linkspan.pg.Identifier;
import java.util.List;
import java.util.Optional;

/** What is read on the source. */
public sealed interface Reading {
  /** The columns that can be read. */
  List<Column> columns();

  /** A short name for screens and messages. */
  String label();

  /** The column of that name. */
  default Optional<Column> column(Identifier wanted) {
    return columns().stream().filter(c -> c.name().equals(wanted)).findFirst();
  }

  /** A table or view. */
  record OfTable(Table table) implements Reading {
    @Override
    public List<Column> columns() {
      return table.columns();
    }

    @Override
    public String label() {
      return table.name().quoted();
    }
  }

  /**
   * The user's own query.
   *
   * @param sql without parentheses or semicolon
   */
  record OfQuery(String sql, List<Column> columns) implements Reading {
    public OfQuery {
      columns = List.copyOf(columns);
    }

    @Override
    public String label() {
      return "(query)";
    }
  }
}
