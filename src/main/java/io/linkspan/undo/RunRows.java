package io.linkspan.undo;

import io.linkspan.catalog.Table;
import io.linkspan.connection.Session;

/**
 * The rows of the target whose {@code xmin} is a transaction of a run: those that the run inserted
 * and nobody changed since.
 *
 * @param rows how SQL names the table's own rows
 */
record RunRows(Session session, long run, String rows) {
  // A list of thousands of ids would be gone through for every row; a join is hashed.
  private static final String IDS =
      """
      (SELECT DISTINCT b.xid FROM linkspan.batches AS b
       WHERE b.run OPERATOR(pg_catalog.=) %d AND b.xid IS NOT NULL) AS x
      """;

  private static final String THEIRS = "t.xmin OPERATOR(pg_catalog.=) x.xid::pg_catalog.xid";

  /**
   * The rows of a run in a table.
   *
   * @param quotedTable the table's name as SQL takes it
   */
  static RunRows of(Session session, long run, String quotedTable, Table.Kind kind) {
    // Tables that inherit from a plain one have rows of their own.
    return new RunRows(
        session, run, (kind == Table.Kind.TABLE ? "ONLY " : "") + quotedTable + " AS t");
  }

  /** How many there are. */
  long count() {
    String sql =
        "SELECT pg_catalog.count(*) AS n FROM %s JOIN %s ON %s"
            .formatted(rows, IDS.formatted(run), THEIRS);
    return session.rows(sql, row -> row.number("n")).get(0);
  }

  /** Deletes them, and gives how many are gone. */
  long delete() {
    return session.update(deletion());
  }

  /** The statement that deletes them. */
  String deletion() {
    return "DELETE FROM %s USING %s WHERE %s".formatted(rows, IDS.formatted(run), THEIRS);
  }
}
