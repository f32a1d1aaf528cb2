package io.linkspan.journal;

import io.linkspan.connection.Row;
import io.linkspan.connection.Session;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;

/**
 * The files that a table's rows lie in: while they are the same, no TRUNCATE and no rewrite has
 * taken the ids of their transactions from the rows.
 */
public final class HeapFiles {
  // A name may change while the rows stay, so the OID tells which table it is.
  private static final String FILES =
      """
      SELECT pg_catalog.string_agg(
               pg_catalog.format('%s=%s', leaf.oid, pg_catalog.pg_relation_filenode(leaf.oid)), ' '
               ORDER BY leaf.oid) AS files
      FROM pg_catalog.pg_class AS c
      JOIN pg_catalog.pg_class AS leaf
        ON leaf.oid = ANY (ARRAY(SELECT tree.relid FROM pg_catalog.pg_partition_tree(c.oid) AS tree
                                 WHERE c.relkind = 'p' AND tree.isleaf
                                 UNION ALL
                                 SELECT c.oid WHERE c.relkind <> 'p'))
      WHERE c.oid = ?::pg_catalog.regclass AND leaf.relkind = ANY (ARRAY['r', 'm'])""";

  private static final String RELATION =
      """
      SELECT c.relkind = 'r' OR c.relkind = 'p' AND NOT EXISTS (
               SELECT FROM pg_catalog.pg_partition_tree(c.oid) AS tree
               JOIN pg_catalog.pg_class AS leaf ON leaf.oid = tree.relid
               WHERE tree.isleaf AND leaf.relkind = 'f') AS heaps,
             c.relkind = 'r' AS plain,
             pg_catalog.pg_snapshot_xmax(pg_catalog.pg_current_snapshot())::pg_catalog.text AS next
      FROM pg_catalog.pg_class AS c WHERE c.oid = ?::pg_catalog.regclass""";

  // Ids of transactions go round: one is to come where it is less than half the circle ahead. The
  // ids 1 and 2 are of rows that initdb made and of rows frozen before 9.4.
  private static final String ROW_FROM_AHEAD =
      """
      SELECT EXISTS (SELECT FROM %s AS t
                     WHERE (t.xmin::pg_catalog.text::pg_catalog.int8 - %d + 4294967296) %% 4294967296
                             < 2147483648
                       AND t.xmin::pg_catalog.text <> ALL (ARRAY['1', '2'])) AS found""";

  /** How many ids there are until they begin again. */
  private static final long CIRCLE = 1L << 32;

  private HeapFiles() {}

  /**
   * The table's files, and those of all partitions of a partitioned one; empty for a view or a
   * foreign table.
   *
   * @param quotedTable its name as SQL takes it
   */
  public static String read(Session target, String quotedTable) {
    return target.queryOne(FILES, row -> row.optionalText("files").orElse(""), quotedTable);
  }

  /**
   * Whether a file is gone that was there before; partitions that came since do not matter.
   *
   * @param before what {@link #read} gave then
   * @param now what it gives now
   */
  public static boolean differ(String before, String now) {
    return before.isEmpty() || !files(now).containsAll(files(before));
  }

  private static Set<String> files(String text) {
    return new HashSet<>(Arrays.asList(text.split(" ")));
  }

  /**
   * Whether no row of the table has the id of a transaction that is still to come, so that a row of
   * a coming run is told by it. Where ids were never used up once, that is known without reading
   * the table.
   */
  public static boolean clean(Session target, String quotedTable) {
    return target.queryOne(RELATION, Relation::of, quotedTable).clean(target, quotedTable);
  }

  /**
   * What the table is, and which transaction comes next.
   *
   * @param heaps whether every row of it can be asked for its xmin
   * @param next a full id
   */
  private record Relation(boolean heaps, boolean plain, long next) {
    static Relation of(Row row) {
      return new Relation(row.flag("heaps"), row.flag("plain"), Long.parseLong(row.text("next")));
    }

    boolean clean(Session target, String quotedTable) {
      if (!heaps || next < CIRCLE) {
        return heaps;
      }
      String rows = plain ? "ONLY " + quotedTable : quotedTable;
      return !target
          .rows(ROW_FROM_AHEAD.formatted(rows, next % CIRCLE), row -> row.flag("found"))
          .get(0);
    }
  }
}
