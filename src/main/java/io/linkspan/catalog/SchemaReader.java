package io.linkspan.catalog;

import io.linkspan.connection.Session;
import io.linkspan.pg.Identifier;
import java.util.List;

/** Reads the schemas of a database. */
public final class SchemaReader {
  // No user can make a schema that begins with pg_ (manual, CREATE SCHEMA).
  private static final String QUERY =
      CatalogQuery.of(
          """
          select n.nspname as name,
                 pg_catalog.pg_get_userbyid(n.nspowner) as owner,
                 pg_catalog.has_schema_privilege(n.oid, 'usage') as usable
            from pg_catalog.pg_namespace n
           where pg_catalog.left(n.nspname, 3) <> 'pg_'
             and n.nspname <> 'information_schema'
           order by n.nspname""");

  private SchemaReader() {}

  /** Every schema but the server's own, by name. */
  public static List<Schema> read(Session session) {
    return session.query(
        QUERY,
        row ->
            new Schema(
                new Identifier(row.text("name")),
                new Identifier(row.text("owner")),
                row.flag("usable")));
  }
}
