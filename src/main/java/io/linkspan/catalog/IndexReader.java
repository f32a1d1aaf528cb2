package io.linkspan.catalog;

import io.linkspan.catalog.IndexDetails.Part;
import io.linkspan.connection.Session;
import java.util.List;

/** Reads one index. */
public final class IndexReader {
  private static final String QUERY =
      CatalogQuery.of(
          """
          select pg_catalog.concat(pg_catalog.quote_ident(n.nspname), '.',
                   pg_catalog.quote_ident(t.relname)) as on_table,
                 am.amname as method,
                 array(select m.mark from pg_catalog.unnest(array[
                     case when i.indisprimary then 'primary key' end,
                     case when i.indisunique and not i.indisprimary then 'unique' end,
                     case when i.indisexclusion then 'exclusion' end,
                     case when not i.indimmediate then 'deferrable' end,
                     case when i.indisclustered then 'clustered' end,
                     case when not i.indisvalid then 'invalid' end,
                     case when i.indisreplident then 'replica identity' end])
                   with ordinality as m (mark, place)
                   where m.mark is not null order by m.place) as marks,
                 pg_catalog.pg_get_expr(i.indpred, i.indrelid, true) as predicate,
                 pg_catalog.pg_get_indexdef(i.indexrelid) as definition
            from pg_catalog.pg_index i
            join pg_catalog.pg_class x on x.oid = i.indexrelid
            join pg_catalog.pg_am am on am.oid = x.relam
            join pg_catalog.pg_class t on t.oid = i.indrelid
            join pg_catalog.pg_namespace n on n.oid = t.relnamespace
           where i.indexrelid = cast(? as pg_catalog.oid)""");

  private static final String PARTS =
      CatalogQuery.of(
          """
          select a.attname as column_name, pg_catalog.format_type(a.atttypid, a.atttypmod) as type,
                 a.attnum <= i.indnkeyatts as is_key,
                 pg_catalog.pg_get_indexdef(a.attrelid, a.attnum, true) as definition
            from pg_catalog.pg_attribute a
            join pg_catalog.pg_index i on i.indexrelid = a.attrelid
           where a.attrelid = cast(? as pg_catalog.oid) and a.attnum > 0 and not a.attisdropped
           order by a.attnum""");

  private IndexReader() {}

  /** The index of that OID. */
  public static IndexDetails read(Session session, long index) {
    List<Part> parts =
        session.query(
            PARTS,
            row ->
                new Part(
                    row.text("column_name"),
                    row.text("type"),
                    row.flag("is_key"),
                    row.text("definition")),
            index);
    return session.queryOne(
        QUERY,
        row ->
            new IndexDetails(
                row.text("on_table"),
                row.text("method"),
                row.texts("marks"),
                row.optionalText("predicate"),
                row.text("definition"),
                parts),
        index);
  }
}
