package io.linkspan.catalog;

import io.linkspan.connection.Session;
import io.linkspan.pg.QualifiedName;
import java.util.OptionalLong;

/** Reads about how many rows a table has. */
public final class RowEstimateReader {
  private static final String ESTIMATE =
      CatalogQuery.of(
          """
          select ROWS as rows
            from pg_catalog.pg_class c
           where c.oid = pg_catalog.to_regclass(?)"""
              .replace("ROWS", RowEstimate.of("c")));

  private RowEstimateReader() {}

  /** By its statistics; empty where they know of no row. */
  public static OptionalLong read(Session session, QualifiedName table) {
    return session.query(ESTIMATE, row -> row.number("rows"), table.quoted()).stream()
        .mapToLong(Long::longValue)
        .filter(rows -> rows > 0)
        .findFirst();
  }
}
