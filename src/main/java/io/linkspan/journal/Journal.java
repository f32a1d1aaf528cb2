package io.linkspan.journal;

import io.linkspan.connection.Session;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The journal in one target database, read and written through one session. */
public final class Journal {
  private static final String ENTRY =
      """
      WITH entered AS (
        INSERT INTO linkspan.runs (source, source_database, reading, target, into_table, request,
          statement, division, snapshot, source_files, target_files, clean)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, NULLIF(?, ''), ?, ?, ?) RETURNING run)
      SELECT run, pg_catalog.pg_try_advisory_lock(%d, run) FROM entered"""
          .formatted(RunLock.CLASS);

  private static final String RUNS =
      """
      SELECT r.*, %s AS running,
             EXTRACT(epoch FROM r.begun)::pg_catalog.float8 * 1000 AS begun_ms,
             EXTRACT(epoch FROM r.ended)::pg_catalog.float8 * 1000 AS ended_ms,
             b.batches, b.done, b.read, b.duplicates, b.inserted, b.updated,
             b.skipped, b.dropped
      FROM linkspan.runs AS r
      CROSS JOIN LATERAL (
        SELECT pg_catalog.count(*) AS batches, pg_catalog.count(x.xid) AS done,
               pg_catalog.sum(x.read) AS read, pg_catalog.sum(x.duplicates) AS duplicates,
               pg_catalog.sum(x.inserted) AS inserted, pg_catalog.sum(x.updated) AS updated,
               pg_catalog.sum(x.skipped) AS skipped, pg_catalog.sum(x.dropped) AS dropped
        FROM linkspan.batches AS x WHERE x.run = r.run) AS b
      WHERE %s
      ORDER BY r.run DESC LIMIT %d""";

  private final Session session;

  private Journal(Session session) {
    this.session = session;
  }

  /** The journal in the session's database; its tables are made where they are not there yet. */
  public static Journal open(Session session) {
    if (!JournalTables.exist(session)) {
      JournalTables.create(session);
    }
    return new Journal(session);
  }

  /** The journal, where the database has one. */
  public static Optional<Journal> find(Session session) {
    return JournalTables.exist(session) ? Optional.of(new Journal(session)) : Optional.empty();
  }

  /**
   * Enters a run with the batches that are known already, all or nothing, and takes its lock, so
   * that nobody ever sees it unlocked; gives its number. A run without its batches would look as if
   * nothing were left of it.
   */
  public long begin(RunEntry entry, List<JournaledBatch> batches) {
    session.execute("BEGIN");
    boolean done = false;
    try {
      long run = insert(entry);
      BatchRows.insert(session, run, batches);
      session.execute("COMMIT");
      done = true;
      return run;
    } finally {
      if (!done && !session.isClosed()) {
        session.execute("ROLLBACK");
      }
    }
  }

  private long insert(RunEntry e) {
    return session.queryOne(
        ENTRY,
        row -> row.number("run"),
        e.source(),
        e.sourceDatabase(),
        e.reading(),
        e.target(),
        e.into(),
        e.request(),
        e.statement(),
        e.division(),
        e.snapshot().orElse(""),
        e.sourceFiles(),
        e.targetFiles(),
        e.clean());
  }

  /** Enters batches that are to be copied. */
  public void add(long run, List<JournaledBatch> batches) {
    BatchRows.insert(session, run, batches);
  }

  /**
   * Takes a batch on within the transaction that will copy it: from now on nobody else can, until
   * that transaction ends.
   *
   * @param worker the session that has the transaction open
   * @return the transaction's full id; empty where the batch is copied already
   */
  public static Optional<String> claim(Session worker, long run, int batch) {
    return worker
        .query(
            "UPDATE linkspan.batches SET xid = pg_catalog.pg_current_xact_id()"
                + " WHERE run = ? AND batch = ? AND xid IS NULL RETURNING xid::pg_catalog.text",
            row -> row.text("xid"),
            (int) run,
            batch)
        .stream()
        .findFirst();
  }

  /** Enters that the run has given the target other files, within the transaction that did. */
  public static void rewritten(Session worker, long run, String targetFiles) {
    worker.query(
        "UPDATE linkspan.runs SET target_files = ? WHERE run = ? RETURNING run",
        row -> row.number("run"),
        targetFiles,
        (int) run);
  }

  /**
   * Enters what became of a batch's rows, within the transaction that copied them.
   *
   * @param skippedBy how many rows each key skipped, as far as that was told
   */
  public static void complete(
      Session worker, long run, int batch, BatchCounts counts, Map<String, Long> skippedBy) {
    worker.query(
        "UPDATE linkspan.batches SET committed = pg_catalog.clock_timestamp(), read = ?,"
            + " duplicates = ?, inserted = ?, updated = ?, skipped = ?, dropped = ?,"
            + " skipped_by = pg_catalog.jsonb_object(?::pg_catalog.text[], ?::pg_catalog.text[])"
            + " WHERE run = ? AND batch = ? RETURNING batch",
        row -> row.number("batch"),
        counts.read(),
        counts.duplicates(),
        counts.inserted(),
        counts.updated(),
        counts.skipped(),
        counts.dropped(),
        List.copyOf(skippedBy.keySet()),
        skippedBy.values().stream().map(String::valueOf).toList(),
        (int) run,
        batch);
  }

  /** How many rows of a run each key skipped, in all committed batches for which it was told. */
  public Map<String, Long> skippedBy(long run) {
    Map<String, Long> byKey = new LinkedHashMap<>();
    session.rows(
        "SELECT e.key, sum(e.value::pg_catalog.int8)::pg_catalog.int8 AS total"
            + " FROM linkspan.batches AS b"
            + " CROSS JOIN LATERAL pg_catalog.jsonb_each_text(b.skipped_by) AS e"
            + " WHERE b.xid IS NOT NULL AND b.run = "
            + run
            + " GROUP BY e.key ORDER BY total DESC, e.key",
        row -> byKey.put(row.text("key"), row.number("total")) == null);
    return byKey;
  }

  /** Drops what an earlier resumption still meant to read of changed rows. */
  public void dropChanged(long run) {
    session.execute(
        "DELETE FROM linkspan.batches WHERE xid IS NULL AND changed_since IS NOT NULL AND run = "
            + run);
  }

  /**
   * Enters that all is copied, and gives the run's lock back; false where batches are left after
   * all, as when the target has crashed and lost the last ones that it had committed.
   */
  public boolean finish(long run) {
    boolean finished =
        !session
            .query(
                "UPDATE linkspan.runs AS r SET state = 'finished',"
                    + " ended = pg_catalog.clock_timestamp() WHERE r.run = ? AND NOT EXISTS"
                    + " (SELECT FROM linkspan.batches AS b WHERE b.run = r.run AND b.xid IS NULL)"
                    + " RETURNING r.run",
                row -> row.number("run"),
                (int) run)
            .isEmpty();
    if (finished) {
      RunLock.release(session, run);
    }
    return finished;
  }

  /**
   * Drops a run of which nothing was copied, and gives its lock back; false where a batch is
   * committed after all. Waits for transactions that are still at work on a batch.
   */
  public boolean forget(long run) {
    session.execute("BEGIN");
    boolean done = false;
    boolean dropped;
    try {
      session.execute("SELECT FROM linkspan.batches WHERE run = " + run + " FOR UPDATE");
      dropped =
          !session
              .query(
                  "DELETE FROM linkspan.runs AS r WHERE r.run = ? AND NOT EXISTS (SELECT FROM"
                      + " linkspan.batches AS b WHERE b.run = r.run AND b.xid IS NOT NULL)"
                      + " RETURNING r.run",
                  row -> row.number("run"),
                  (int) run)
              .isEmpty();
      session.execute("COMMIT");
      done = true;
    } finally {
      if (!done && !session.isClosed()) {
        session.execute("ROLLBACK");
      }
    }
    if (dropped) {
      RunLock.release(session, run);
    }
    return dropped;
  }

  /** Enters, within an open transaction, that the run's rows were taken back. */
  public void undone(long run, long rows) {
    session.execute(
        "UPDATE linkspan.runs SET state = 'undone', ended = pg_catalog.clock_timestamp(),"
            + " undone_rows = %d WHERE run = %d".formatted(rows, run));
  }

  /** The latest runs, the latest first. */
  public List<JournaledRun> latest(int most) {
    return session.rows(RUNS.formatted(RunLock.held(), "true", most), JournalRows::run);
  }

  /** The run of that number. */
  public Optional<JournaledRun> run(long number) {
    return session
        .rows(RUNS.formatted(RunLock.held(), "r.run = " + number, 1), JournalRows::run)
        .stream()
        .findFirst();
  }

  /** The latest run that inserted rows which were not taken back yet. */
  public Optional<JournaledRun> latestToUndo() {
    return session
        .rows(
            RUNS.formatted(RunLock.held(), "r.state <> 'undone' AND b.inserted > 0", 1),
            JournalRows::run)
        .stream()
        .findFirst();
  }

  /** The latest run that was interrupted. */
  public Optional<JournaledRun> latestInterrupted() {
    return session
        .rows(
            RUNS.formatted(RunLock.held(), "r.state = 'begun' AND NOT " + RunLock.held(), 1),
            JournalRows::run)
        .stream()
        .findFirst();
  }

  /** The batches of a run that are copied, in the order in which they were. */
  public List<CommittedBatch> committed(long run) {
    return session.rows(
        "SELECT batch, read,"
            + " EXTRACT(epoch FROM committed)::pg_catalog.float8 * 1000 AS committed_ms"
            + " FROM linkspan.batches WHERE xid IS NOT NULL AND committed IS NOT NULL AND run = "
            + run
            + " ORDER BY committed, batch",
        JournalRows::committed);
  }

  /** All batches of a run, by number. */
  public List<JournaledBatch> batches(long run) {
    return batches(run, "true");
  }

  /** The batches of a run that are still to be copied, by number. */
  public List<JournaledBatch> left(long run) {
    return batches(run, "xid IS NULL");
  }

  private List<JournaledBatch> batches(long run, String condition) {
    return session.rows(
        "SELECT *, xid::pg_catalog.text AS xid_text FROM linkspan.batches WHERE run = "
            + run
            + " AND "
            + condition
            + " ORDER BY batch",
        JournalRows::batch);
  }
}
