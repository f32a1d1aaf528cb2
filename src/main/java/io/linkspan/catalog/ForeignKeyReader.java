package io.linkspan.catalog;

import io.linkspan.connection.Row;
import io.linkspan.connection.Session;
import io.linkspan.pg.Identifier;
import io.linkspan.pg.QualifiedName;
import java.util.List;

/** Reads foreign keys, from and to tables. */
final class ForeignKeyReader {
  /** The tables and columns at both ends of a constraint k, and where they are read from. */
  static final String ENDS =
      """
           fn.nspname as from_schema, f.relname as from_name,
           tn.nspname as to_schema, t.relname as to_name,
           array(select cast(a.attname as pg_catalog.text)
                   from pg_catalog.unnest(k.conkey) with ordinality as u (attnum, n)
                   join pg_catalog.pg_attribute a
                     on a.attrelid = k.conrelid and a.attnum = u.attnum
                  order by u.n) as columns,
           array(select cast(a.attname as pg_catalog.text)
                   from pg_catalog.unnest(k.confkey) with ordinality as u (attnum, n)
                   join pg_catalog.pg_attribute a
                     on a.attrelid = k.confrelid and a.attnum = u.attnum
                  order by u.n) as referenced_columns
      from pg_catalog.pg_constraint k
      join pg_catalog.pg_class f on f.oid = k.conrelid
      join pg_catalog.pg_namespace fn on fn.oid = f.relnamespace
      join pg_catalog.pg_class t on t.oid = k.confrelid
      join pg_catalog.pg_namespace tn on tn.oid = t.relnamespace
      """;

  // Of a foreign key between partitioned tables the server keeps a copy for each pair of
  // partitions; a copy is left out where the table has the original too.
  private static final String QUERY =
      """
      select k.SIDE as table_oid, k.conname as name, k.condeferrable as deferrable,
      """
          + ENDS
          + """
       where k.SIDE = any (cast(? as pg_catalog.oid[]))
         and k.contype = 'f'
         and not exists (select from pg_catalog.pg_constraint original
                          where original.oid = k.conparentid and original.SIDE = k.SIDE)
       order by fn.nspname, f.relname, k.conname""";
  private static final String OF_TABLE = CatalogQuery.of(QUERY.replace("SIDE", "conrelid"));
  private static final String TO_TABLE = CatalogQuery.of(QUERY.replace("SIDE", "confrelid"));

  private ForeignKeyReader() {}

  /** The foreign keys that the tables have. */
  static PerTable<ForeignKey> readOf(Session session, List<Long> tables) {
    return PerTable.read(session, OF_TABLE, ForeignKeyReader::foreignKey, tables);
  }

  /** The foreign keys that refer to the tables. */
  static PerTable<ForeignKey> readTo(Session session, List<Long> tables) {
    return PerTable.read(session, TO_TABLE, ForeignKeyReader::foreignKey, tables);
  }

  private static ForeignKey foreignKey(Row row) {
    return new ForeignKey(
        new Identifier(row.text("name")),
        QualifiedName.of(row.text("from_schema"), row.text("from_name")),
        row.texts("columns").stream().map(Identifier::new).toList(),
        QualifiedName.of(row.text("to_schema"), row.text("to_name")),
        row.texts("referenced_columns").stream().map(Identifier::new).toList(),
        row.flag("deferrable"));
  }
}
