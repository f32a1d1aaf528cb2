package io.linkspan.catalog;

import io.linkspan.connection.Session;
import io.linkspan.connection.StatementColumn;
import java.util.List;
import java.util.stream.Collectors;

/** How the server spells types: {@code numeric(10,2)}. */
public final class FormattedTypes {
  private FormattedTypes() {}

  /** The types of the columns, in their order. */
  public static List<String> of(Session session, List<StatementColumn> columns) {
    String types =
        columns.stream()
            .map(c -> "pg_catalog.format_type(%d, %d)".formatted(c.type(), c.modifier()))
            .collect(Collectors.joining(", ", "SELECT pg_catalog.unnest(ARRAY[", "]) AS type"));
    return session.rows(types, row -> row.text("type"));
  }
}
