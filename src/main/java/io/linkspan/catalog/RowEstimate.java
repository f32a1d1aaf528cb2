package io.linkspan.catalog;

/** The SQL expression for how many rows a relation of {@code pg_class} has, by its statistics. */
final class RowEstimate {
  private RowEstimate() {}

  /**
   * {@code reltuples} as a whole number, summed over the partitions of a partitioned table, and -1
   * where no partition was ever analyzed. Before 14 the server tells "never" by no pages and no
   * rows.
   *
   * @param relation the alias of {@code pg_class}
   */
  static String of(String relation) {
    return """
        (select coalesce(pg_catalog.sum(pg_catalog.round(cast(leaf.reltuples as numeric))), -1)
           from pg_catalog.pg_class leaf
          where leaf.oid = any (array(select tree.relid
                                        from pg_catalog.pg_partition_tree(RELATION.oid) tree
                                       where tree.isleaf and RELATION.relkind = 'p'
                                       union all
                                      select RELATION.oid where RELATION.relkind <> 'p'))
            and leaf.reltuples >= 0
            and (leaf.relpages > 0
                 or leaf.reltuples > 0
                 or cast(pg_catalog.current_setting('server_version_num') as integer) >= 140000))"""
        .replace("RELATION", relation);
  }
}
