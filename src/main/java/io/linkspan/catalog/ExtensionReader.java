package io.linkspan.catalog;

import io.linkspan.connection.Session;
import io.linkspan.pg.Identifier;
import java.util.List;

/** Reads the extensions that are installed in a database. */
public final class ExtensionReader {
  private static final String QUERY =
      CatalogQuery.of(
          """
          select e.extname as name, e.extversion as version, n.nspname as schema
            from pg_catalog.pg_extension e
            join pg_catalog.pg_namespace n on n.oid = e.extnamespace
           order by e.extname""");

  private ExtensionReader() {}

  /** Every installed extension, by name. */
  public static List<Extension> read(Session session) {
    return session.query(
        QUERY,
        row ->
            new Extension(
                new Identifier(row.text("name")),
                row.text("version"),
                new Identifier(row.text("schema"))));
  }
}
