package io.linkspan.catalog;

import io.linkspan.connection.Row;
import io.linkspan.connection.Session;
import io.linkspan.pg.Identifier;
import io.linkspan.pg.QualifiedName;
import java.util.List;

/** Reads the names that only lists show. */
final class ListedNamesReader {
  private static final String QUERY =
      CatalogQuery.of(
          """
          select case when i.indexrelid is null then 'SEQUENCE' else 'INDEX' end as kind,
                 n.nspname as schema, c.relname as name, coalesce(t.relname, '') as of_table,
                 pg_catalog.pg_table_is_visible(c.oid) as visible
            from pg_catalog.pg_class c
            join pg_catalog.pg_namespace n on n.oid = c.relnamespace
            left join pg_catalog.pg_index i on i.indexrelid = c.oid
            left join pg_catalog.pg_class t on t.oid = i.indrelid
           where NAMEABLE
          union all
          select 'EXTENSION', '', e.extname, '', true from pg_catalog.pg_extension e
          union all
          select 'ROLE', '', r.rolname, '', true
            from pg_catalog.pg_roles r
           where pg_catalog.left(r.rolname, 3) <> 'pg_'
           order by 1, 3, 2"""
              .replace("NAMEABLE", RelationReader.nameable("array['i', 'I', 'S']")));

  private ListedNamesReader() {}

  /** Sequences and indexes of the schemas that the role may use, extensions and roles, by name. */
  static List<ListedName> read(Session session) {
    return session.query(QUERY, ListedNamesReader::name);
  }

  private static ListedName name(Row row) {
    String schema = row.text("schema");
    QualifiedName name =
        schema.isEmpty()
            ? QualifiedName.unqualified(new Identifier(row.text("name")))
            : QualifiedName.of(schema, row.text("name"));
    return new ListedName(
        name, ListedName.Kind.valueOf(row.text("kind")), row.text("of_table"), row.flag("visible"));
  }
}
