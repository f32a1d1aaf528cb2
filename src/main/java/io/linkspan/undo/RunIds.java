package io.linkspan.undo;

import io.linkspan.connection.Session;

/**
 * The ids of a run's transactions, seen from now.
 *
 * @param age how many transactions have begun since the oldest of them
 * @param epoch how often all 32-bit ids were used up before the newest of them
 */
record RunIds(long age, long epoch) {
  /** From here on a new transaction may get an id that a row of the run has. */
  private static final long TOO_OLD = (1L << 31) - 10_000_000;

  private static final String QUERY =
      """
      SELECT pg_catalog.pg_snapshot_xmax(pg_catalog.pg_current_snapshot())::pg_catalog.text AS next,
             pg_catalog.min(b.xid::pg_catalog.text::pg_catalog.int8) AS oldest,
             pg_catalog.max(b.xid::pg_catalog.text::pg_catalog.int8) AS newest
      FROM linkspan.batches AS b WHERE b.run = ? AND b.xid IS NOT NULL""";

  static RunIds read(Session session, long run) {
    return session.queryOne(
        QUERY,
        row ->
            new RunIds(
                Long.parseLong(row.text("next")) - row.number("oldest"),
                row.number("newest") >>> 32),
        (int) run);
  }

  /** Whether a row may have one of the ids by the chance of a later transaction. */
  boolean tooOld() {
    return age >= TOO_OLD;
  }

  /** Whether a row that was there before may have one of the ids. */
  boolean usedBefore() {
    return epoch > 0;
  }
}
