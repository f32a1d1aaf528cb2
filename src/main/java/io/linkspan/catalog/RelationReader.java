package io.linkspan.catalog;

import io.linkspan.connection.Row;
import io.linkspan.connection.Session;
import io.linkspan.pg.QualifiedName;
import java.util.List;

/** Reads the names of the relations that hold rows or show them. */
public final class RelationReader {
  /** Which rows of {@code pg_class c} and {@code pg_namespace n} a user may want to name. */
  static final String NAMEABLE = nameable(RelationKinds.LETTERS);

  private static final String OF_KINDS =
      """
      c.relkind = any (KINDS)
      and (pg_catalog.left(n.nspname, 3) <> 'pg_' or n.oid = pg_catalog.pg_my_temp_schema())
      and n.nspname <> 'information_schema'
      and pg_catalog.has_schema_privilege(n.oid, 'usage')
      """;

  private static final String QUERY =
      CatalogQuery.of(
          """
          select n.nspname as schema, c.relname as name, c.relkind as kind,
                 pg_catalog.pg_table_is_visible(c.oid) as visible,
                 %s as estimated_rows
            from pg_catalog.pg_class c
            join pg_catalog.pg_namespace n on n.oid = c.relnamespace
           where %s
           order by n.nspname, c.relname"""
              .formatted(RowEstimate.of("c"), NAMEABLE));

  private RelationReader() {}

  /** The same for other kinds, an array of letters. */
  static String nameable(String kinds) {
    return OF_KINDS.replace("KINDS", kinds);
  }

  /**
   * Every table, partition, view, materialized view and foreign table in the schemas that the role
   * may use, by schema and name, without the server's own and other sessions' temporary ones.
   */
  public static List<RelationName> read(Session session) {
    return session.query(QUERY, RelationReader::relation);
  }

  static RelationName relation(Row row) {
    return new RelationName(
        QualifiedName.of(row.text("schema"), row.text("name")),
        RelationKinds.of(row.text("kind")),
        row.number("estimated_rows"),
        row.flag("visible"));
  }
}
