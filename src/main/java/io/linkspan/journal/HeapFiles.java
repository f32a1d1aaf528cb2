package io.linkspan.journal;

import io.linkspan.connection.Session;

/** The files of a table, by which a rewrite or a TRUNCATE is noticed. */
public final class HeapFiles {
  private static final String FILES =
      """
      SELECT coalesce(pg_catalog.string_agg(leaf.oid::pg_catalog.regclass::pg_catalog.text || '='
               || pg_catalog.pg_relation_filenode(leaf.oid), ' ' ORDER BY leaf.oid), '') AS files
      FROM pg_catalog.pg_class AS leaf
      WHERE leaf.oid = ?::pg_catalog.regclass AND leaf.relkind IN ('r', 'm')
         OR leaf.oid IN (SELECT tree.relid FROM pg_catalog.pg_partition_tree(?::pg_catalog.regclass)
                           AS tree WHERE tree.isleaf AND leaf.relkind = 'r')""";

  private HeapFiles() {}

  /** The files of the table and of all its partitions; empty where it has none. */
  public static String read(Session session, String quotedTable) {
    return session.queryOne(FILES, row -> row.text("files"), quotedTable, quotedTable);
  }

  /** Whether no row of the table can have a transaction id that is still to come. */
  public static boolean clean(Session session, String quotedTable) {
    return session.queryOne(
        "SELECT pg_catalog.pg_snapshot_xmax(pg_catalog.pg_current_snapshot())::pg_catalog.text"
            + "::pg_catalog.int8 < 4294967296 AS clean",
        row -> row.flag("clean"));
  }
}
