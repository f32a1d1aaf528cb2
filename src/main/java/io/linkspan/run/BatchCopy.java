package io.linkspan.run;

import io.linkspan.connection.Link;
import io.linkspan.connection.Session;
import io.linkspan.plan.Batch;
import io.linkspan.plan.CopyPlan;
import io.linkspan.statement.ConflictsQuery;
import io.linkspan.statement.DblinkStatement;
import io.linkspan.statement.StatementWriter;
import java.util.List;
import java.util.function.Consumer;

/**
 * Copies one batch in a transaction that is open on both sides.
 *
 * @param link open in that session
 */
record BatchCopy(CopyPlan plan, Link link, Session session) {
  private static final String EXPLAIN = "EXPLAIN (ANALYZE, TIMING OFF, BUFFERS %s, FORMAT JSON) ";

  /** Runs what comes before the first INSERT of the transaction. */
  void prepare(Batch batch) {
    statement(batch).before().forEach(session::execute);
  }

  /** Runs the INSERT; tells what became of the rows, but not by which keys they were skipped. */
  Copied insert(Batch batch) {
    TriggerCounts counts = TriggerCounts.before(plan, session);
    String buffers = batch instanceof Batch.Fetch ? "ON" : "OFF";
    InsertCounts explained =
        InsertCounts.parse(session.text(EXPLAIN.formatted(buffers) + statement(batch).insert()));
    return new Copied(Tally.of(plan, explained, counts.after(session)), explained.spilled());
  }

  /** Adds by which keys rows were skipped; reads the batch once more where it must. */
  Tally withKeys(Batch batch, Tally tally) {
    return tally.withKeys(SkippedKeys.count(plan, batch, tally.skipped(), link, session));
  }

  /** Hands on every row of the batch that was skipped; reads the batch once more. */
  void skippedRows(Batch batch, Tally tally, Consumer<List<SkippedRow>> taker) {
    if (tally.skipped() > 0 && !plan.keysAtRisk().isEmpty()) {
      session.run(ConflictsQuery.rows(plan, link.name(), batch), new SkippedRowsReader(taker));
    }
  }

  private DblinkStatement statement(Batch batch) {
    return StatementWriter.write(plan, link.name(), batch);
  }

  /**
   * What an INSERT did.
   *
   * @param spilled whether its rows went through a temporary file
   */
  record Copied(Tally tally, boolean spilled) {}
}
