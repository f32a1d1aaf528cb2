package io.linkspan.run;

import io.linkspan.connection.Link;
import io.linkspan.connection.ServerException;
import io.linkspan.connection.Session;
import io.linkspan.journal.HeapFiles;
import io.linkspan.journal.Journal;
import io.linkspan.plan.Batch;
import io.linkspan.plan.CopyPlan;
import io.linkspan.plan.Division;
import io.linkspan.statement.DblinkStatement;
import io.linkspan.statement.StatementWriter;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;

/**
 * A run of one transaction on the target, by one statement or by many that fetch from one cursor,
 * the source read in one transaction of its own. Either everything is there afterwards or nothing.
 */
final class OneTransaction {
  /** A batch's number in the journal. */
  private static final int ONLY = 1;

  /** Beyond that many rows a cursor's query is not run a second time to tell skipped keys. */
  private static final long READ_TWICE = 500_000;

  private final CopyPlan plan;
  private final RunEnds ends;
  private final Session session;
  private final Link link;
  private final BatchCopy copy;
  private final Stopping stopping;
  private final RunProgress progress;
  private final Optional<Consumer<List<SkippedRow>>> skipped;
  private List<Receipt.SequenceMoved> sequences = List.of();
  private Tally tally = Tally.NOTHING;
  private int fetches;

  OneTransaction(
      CopyPlan plan,
      RunEnds ends,
      Stopping stopping,
      RunProgress progress,
      Optional<Consumer<List<SkippedRow>>> skipped) {
    this.plan = plan;
    this.ends = ends;
    this.session = ends.target().session();
    this.link = ends.link();
    this.copy = new BatchCopy(plan, link, session);
    this.stopping = stopping;
    this.progress = progress;
    this.skipped = skipped;
  }

  /** What became of the plan's sequences. */
  List<Receipt.SequenceMoved> sequences() {
    return sequences;
  }

  /** How many INSERTs it took. */
  int inserts() {
    return fetches;
  }

  /** What became of the rows. */
  Tally tally() {
    return tally;
  }

  /**
   * Copies, and commits or rolls back.
   *
   * @param run its number in the journal; empty for none
   */
  void carryOut(OptionalLong run, boolean dry) {
    boolean done = false;
    session.execute("BEGIN");
    try {
      SourceTransaction.begin(link, Optional.empty());
      String xid = run.isPresent() ? claimed(run.getAsLong()) : "";
      tally = copied();
      skipped.ifPresent(taker -> copy.skippedRows(new Batch.All(), tally, taker));
      if (run.isPresent() && plan.truncate()) {
        Journal.rewritten(
            session, run.getAsLong(), HeapFiles.read(session, plan.into().name().quoted()));
      }
      if (run.isPresent()) {
        Journal.complete(session, run.getAsLong(), ONLY, tally.counts(), tally.skippedBy());
      }
      sequences =
          dry ? SequenceMoves.left(plan) : SequenceMoves.carryOut(plan, link.name(), session);
      link.execute("COMMIT");
      stopping.check();
      end(dry ? "ROLLBACK" : "COMMIT", xid, run);
      done = true;
    } finally {
      if (!done) {
        abandon();
      }
    }
  }

  private String claimed(long run) {
    return Journal.claim(session, run, ONLY)
        .orElseThrow(() -> new IllegalStateException("run " + run + " is copied already"));
  }

  private Tally copied() {
    if (plan.howItRuns().division() instanceof Division.Fetches) {
      return fetched();
    }
    Batch all = new Batch.All();
    copy.prepare(all);
    stopping.check();
    Tally copied = copy.insert(all).tally();
    stopping.check();
    fetches = 1;
    progress.add(1, copied.read());
    return copy.withKeys(all, copied);
  }

  private Tally fetched() {
    FetchSize size = FetchSize.of(plan);
    Batch.Fetch fetch = new Batch.Fetch(size.rows());
    DblinkStatement statement = StatementWriter.write(plan, link.name(), fetch);
    // A TRUNCATE would wait for ever for the cursor's lock where both ends are one database; the
    // cursor, which comes second, has a lock_timeout.
    copy.prepare(fetch);
    // All rows are wanted, not the first ones soon.
    link.execute("SET LOCAL cursor_tuple_fraction = 1");
    link.execute(statement.declaration().orElseThrow());
    Tally sum = Tally.NOTHING;
    boolean more = true;
    while (more) {
      stopping.check();
      fetch = new Batch.Fetch(size.rows());
      BatchCopy.Copied copied = copy.insert(fetch);
      sum = sum.plus(copied.tally());
      fetches++;
      progress.add(1, copied.tally().read());
      progress.tell();
      more = copied.tally().read() == fetch.rows();
      size = size.after(copied.spilled());
    }
    stopping.check();
    return sum.read() <= READ_TWICE ? copy.withKeys(new Batch.All(), sum) : sum;
  }

  private void end(String how, String xid, OptionalLong run) {
    try {
      session.execute(how);
    } catch (ServerException e) {
      boolean unsettled = session.isClosed() && how.equals("COMMIT") && !xid.isEmpty();
      if (!unsettled || !CommitStatus.committed(ends.target(), xid, run, stopping)) {
        throw e;
      }
    }
  }

  /** Ends what is open on both servers; a lost connection has ended it already. */
  private void abandon() {
    if (!session.isClosed()) {
      try {
        session.execute("ROLLBACK");
      } finally {
        // The source's transaction is aborted and its connection may be busy: it is not used again.
        link.close();
      }
    }
  }
}
