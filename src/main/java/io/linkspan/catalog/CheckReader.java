package io.linkspan.catalog;

import io.linkspan.connection.Session;
import io.linkspan.pg.Identifier;
import java.util.List;

/** Reads check constraints. */
final class CheckReader {
  private static final String QUERY =
      CatalogQuery.of(
          """
          select c.conrelid as table_oid, c.conname as name, c.convalidated as validated,
                 pg_catalog.pg_get_constraintdef(c.oid, true) as definition
            from pg_catalog.pg_constraint c
           where c.conrelid = any (cast(? as pg_catalog.oid[]))
             and c.contype = 'c'
           order by c.conname""");

  private CheckReader() {}

  static PerTable<Check> read(Session session, List<Long> tables) {
    return PerTable.read(
        session,
        QUERY,
        row ->
            new Check(
                new Identifier(row.text("name")), row.text("definition"), row.flag("validated")),
        tables);
  }
}
