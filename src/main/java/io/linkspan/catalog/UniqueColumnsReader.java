package io.linkspan.catalog;

import io.linkspan.connection.Row;
import io.linkspan.connection.Session;
import io.linkspan.pg.Identifier;
import io.linkspan.pg.QualifiedName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads by which columns together the rows of a table are told apart. */
final class UniqueColumnsReader {
  // An expression or a condition would have to be written out; a deferrable key decides nothing.
  private static final String QUERY =
      CatalogQuery.of(
          """
          select n.nspname as schema, c.relname as name,
                 array(select cast(a.attname as pg_catalog.text)
                         from pg_catalog.unnest(i.indkey) with ordinality as k (attnum, n)
                         join pg_catalog.pg_attribute a
                           on a.attrelid = i.indrelid and a.attnum = k.attnum
                        where k.n <= i.indnkeyatts
                        order by k.n) as columns
            from pg_catalog.pg_index i
            join pg_catalog.pg_class c on c.oid = i.indrelid
            join pg_catalog.pg_namespace n on n.oid = c.relnamespace
           where i.indisunique and i.indisvalid and i.indimmediate and i.indnkeyatts > 1
             and i.indexprs is null and i.indpred is null
             and NAMEABLE
           order by n.nspname, c.relname, i.indisprimary desc, i.indexrelid"""
              .replace("NAMEABLE", RelationReader.NAMEABLE));

  private UniqueColumnsReader() {}

  /** The keys of more than one column; the primary key of a table first. */
  static Map<QualifiedName, List<List<Identifier>>> read(Session session) {
    Map<QualifiedName, List<List<Identifier>>> keys = new HashMap<>();
    session.query(QUERY, row -> note(row, keys));
    return keys;
  }

  private static QualifiedName note(Row row, Map<QualifiedName, List<List<Identifier>>> keys) {
    QualifiedName table = QualifiedName.of(row.text("schema"), row.text("name"));
    keys.computeIfAbsent(table, name -> new ArrayList<>(1))
        .add(row.texts("columns").stream().map(Identifier::new).toList());
    return table;
  }
}
