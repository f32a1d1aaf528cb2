package io.linkspan.catalog;

import io.linkspan.connection.Row;
import io.linkspan.connection.Session;
import io.linkspan.pg.Identifier;
import io.linkspan.pg.ServerVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the unique and exclusion indexes that the server enforces. */
final class KeyReader {
  private static final String QUERY =
      """
      select i.indrelid as table_oid, ic.relname as index, i.indexrelid as index_oid,
             k.conname as constraint_name, i.indisprimary as is_primary,
             array(select coalesce(cast(a.attname as pg_catalog.text), '')
                     from pg_catalog.generate_series(1, i.indnkeyatts) as n
                     left join pg_catalog.pg_attribute a
                       on a.attrelid = i.indrelid and a.attnum = i.indkey[n - 1]
                      and a.attnum <> 0
                    order by n) as columns,
             array(select pg_catalog.pg_get_indexdef(i.indexrelid, n, true)
                     from pg_catalog.generate_series(1, i.indnkeyatts) as n
                    order by n) as expressions,
             array(select coalesce(EQUALITY, 'OPERATOR(pg_catalog.=)')
                     from pg_catalog.generate_series(1, i.indnkeyatts) as n
                    order by n) as equalities,
             pg_catalog.pg_get_expr(i.indpred, i.indrelid, true) as predicate,
             NULLS_DISTINCT as nulls_distinct,
             i.indimmediate as immediate, i.indisexclusion as exclusion
        from pg_catalog.pg_index i
        join pg_catalog.pg_class ic on ic.oid = i.indexrelid
        left join pg_catalog.pg_constraint k
          on k.conindid = i.indexrelid and k.conrelid = i.indrelid
         and k.contype = any (array['p', 'u', 'x'])
       where i.indrelid = any (cast(? as pg_catalog.oid[]))
         and (i.indisunique or i.indisexclusion)
         and i.indisvalid and i.indisready
       order by i.indexrelid""";

  /** The third strategy of a B-tree is equality (manual, "Interfacing Extensions to Indexes"). */
  private static final String EQUALITY =
      """
      (select pg_catalog.concat('OPERATOR(', pg_catalog.quote_ident(sn.nspname), '.',
                                s.oprname, ')')
         from pg_catalog.pg_opclass o
         join pg_catalog.pg_am m on m.oid = o.opcmethod and m.amname = 'btree'
         join pg_catalog.pg_amop f
           on f.amopfamily = o.opcfamily and f.amopstrategy = 3
          and f.amoplefttype = o.opcintype and f.amoprighttype = o.opcintype
         join pg_catalog.pg_operator s on s.oid = f.amopopr
         join pg_catalog.pg_namespace sn on sn.oid = s.oprnamespace
        where o.oid = i.indclass[n - 1])""";

  private KeyReader() {}

  static PerTable<Key> read(Session session, List<Long> tables) {
    return PerTable.read(session, query(session.version()), KeyReader::key, tables);
  }

  private static String query(ServerVersion version) {
    String nullsDistinct = version.atLeast(15) ? "not i.indnullsnotdistinct" : "true";
    return CatalogQuery.of(
        QUERY.replace("NULLS_DISTINCT", nullsDistinct).replace("EQUALITY", EQUALITY));
  }

  private static Key key(Row row) {
    return new Key(
        new Identifier(row.text("index")),
        row.number("index_oid"),
        row.optionalText("constraint_name").map(Identifier::new),
        row.flag("is_primary"),
        elements(row.texts("columns"), row.texts("expressions"), row.texts("equalities")),
        row.optionalText("predicate"),
        row.flag("nulls_distinct"),
        row.flag("immediate"),
        row.flag("exclusion"));
  }

  private static List<Key.Element> elements(
      List<String> columns, List<String> expressions, List<String> equalities) {
    List<Key.Element> elements = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      Optional<Identifier> column =
          columns.get(i).isEmpty() ? Optional.empty() : Optional.of(new Identifier(columns.get(i)));
      elements.add(new Key.Element(column, expressions.get(i), equalities.get(i)));
    }
    return elements;
  }
}
