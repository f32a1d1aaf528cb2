package io.linkspan.catalog;

import io.linkspan.connection.Row;
import io.linkspan.connection.Session;
import io.linkspan.pg.Identifier;
import io.linkspan.pg.QualifiedName;
import java.util.List;

/** Reads the names of the types that a cast or a column definition could name. */
final class NamedTypesReader {
  // Arrays are left out, for they are spelled by their element; so are the row types of tables,
  // what only the server's own catalogs hold, and pseudo-types, which nothing can be cast to.
  private static final String QUERY =
      CatalogQuery.of(
          """
          select n.nspname as schema, t.typname as name,
                 pg_catalog.pg_type_is_visible(t.oid) as visible
            from pg_catalog.pg_type t
            join pg_catalog.pg_namespace n on n.oid = t.typnamespace
           where t.typtype <> 'p' and t.typisdefined
             and not exists (select from pg_catalog.pg_type element
                              where element.oid = t.typelem and element.typarray = t.oid)
             and not exists (select from pg_catalog.pg_class c
                              where c.oid = t.typrelid and c.relkind <> 'c')
             and pg_catalog.left(n.nspname, 8) <> 'pg_toast'
             and n.nspname <> 'information_schema'
             and (n.nspname <> 'pg_catalog' or pg_catalog.left(t.typname, 3) <> 'pg_'
                  or t.typname = 'pg_lsn')
             and pg_catalog.has_schema_privilege(n.oid, 'usage')
           order by n.nspname = 'pg_catalog', t.typname, n.nspname""");

  private NamedTypesReader() {}

  /** The types of the user's schemas, then those of the server, each by name. */
  static List<QualifiedName> read(Session session) {
    return session.query(QUERY, NamedTypesReader::name);
  }

  private static QualifiedName name(Row row) {
    return row.flag("visible")
        ? QualifiedName.unqualified(new Identifier(row.text("name")))
        : QualifiedName.of(row.text("schema"), row.text("name"));
  }
}
