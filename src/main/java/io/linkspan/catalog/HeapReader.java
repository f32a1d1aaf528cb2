package io.linkspan.catalog;

import io.linkspan.connection.Session;
import io.linkspan.pg.QualifiedName;
import java.util.List;

/** Reads the files of rows that tables and their partitions consist of. */
public final class HeapReader {
  // Tables that others inherit from are left out: their rows lie in several files of one ctid.
  private static final String QUERY =
      CatalogQuery.of(
          """
          select c.oid as table_oid, n.nspname as schema, leaf.relname as name,
                 cast(case when leaf.relkind = any (array['r', 'm'])
                   then pg_catalog.div(
                          cast(pg_catalog.pg_relation_size(leaf.oid, 'main') as numeric),
                          cast(pg_catalog.current_setting('block_size') as numeric))
                   else 0 end as bigint) as pages,
                 case when leaf.relkind = any (array['r', 'm'])
                   then pg_catalog.pg_table_size(leaf.oid) else 0 end as bytes,
                 leaf.relkind = any (array['r', 'm'])
                   and coalesce((select a.amname = 'heap' from pg_catalog.pg_am a
                                  where a.oid = leaf.relam), false)
                   and pg_catalog.has_schema_privilege(n.oid, 'usage')
                   and (leaf.oid = c.oid
                        or pg_catalog.has_table_privilege(leaf.oid, 'select')
                           and not pg_catalog.row_security_active(leaf.oid)
                           and not pg_catalog.row_security_active(c.oid)) as addressable
            from pg_catalog.unnest(cast(? as pg_catalog.oid[])) as wanted (table_oid)
            join pg_catalog.pg_class c on c.oid = wanted.table_oid
            join pg_catalog.pg_class leaf
              on leaf.oid = any (array(select tree.relid
                                         from pg_catalog.pg_partition_tree(c.oid) tree
                                        where tree.isleaf and c.relkind = 'p'
                                        union all
                                       select c.oid
                                        where c.relkind = any (array['r', 'm'])
                                          and not exists (select from pg_catalog.pg_inherits i
                                                           where i.inhparent = c.oid)))
            join pg_catalog.pg_namespace n on n.oid = leaf.relnamespace
           order by c.oid, leaf.oid""");

  private HeapReader() {}

  /**
   * The files of one table, in the order of their OIDs; none for a view, a foreign table or a table
   * that others inherit from.
   *
   * @param table its OID
   */
  public static List<Heap> read(Session session, long table) {
    return read(session, List.of(table)).of(table);
  }

  static PerTable<Heap> read(Session session, List<Long> tables) {
    return PerTable.read(
        session,
        QUERY,
        row ->
            new Heap(
                QualifiedName.of(row.text("schema"), row.text("name")),
                row.number("pages"),
                row.number("bytes"),
                row.flag("addressable")),
        tables);
  }
}
