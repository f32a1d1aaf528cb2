package io.linkspan.run;

import io.linkspan.connection.Link;
import io.linkspan.connection.ServerException;
import io.linkspan.connection.Session;
import io.linkspan.journal.Journal;
import io.linkspan.journal.JournaledBatch;
import io.linkspan.pg.ErrorFields;
import io.linkspan.pg.UserException;
import io.linkspan.plan.CopyPlan;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Copies batches, one transaction each, in a session and through a link of its own, as long as
 * there are any. What passes by itself is tried again.
 */
final class Worker implements Callable<Tally> {
  /**
   * What all workers of a run share.
   *
   * @param run the run's number in the journal; empty without one
   * @param skipped takes the rows of a committed batch that were skipped
   * @param turn held for reading by each batch; a batch that was in a deadlock holds it alone
   */
  record Shared(
      CopyPlan plan,
      RunEnds ends,
      SourceSnapshot snapshot,
      Batches batches,
      OptionalLong run,
      ReadWriteLock turn,
      Stopping stopping,
      RunProgress progress,
      Optional<Consumer<List<SkippedRow>>> skipped) {}

  private static final Duration GRACE = Duration.ofMillis(200);

  private final Shared shared;
  private final int number;
  private volatile @Nullable Session session;
  private volatile @Nullable Link link;

  /** The transaction whose COMMIT got no answer, and what it did. */
  private Optional<Unsettled> unsettled = Optional.empty();

  private record Unsettled(String xid, Tally tally, List<SkippedRow> skipped) {}

  Worker(Shared shared, int number) {
    this.shared = shared;
    this.number = number;
  }

  @Override
  public Tally call() {
    Tally tally = Tally.NOTHING;
    try {
      Optional<JournaledBatch> batch = shared.batches().next();
      while (batch.isPresent()) {
        JournaledBatch taken = batch.orElseThrow();
        Tally copied = copied(taken);
        tally = tally.plus(copied);
        shared.progress().add(number, copied.read());
        shared.batches().total().ifPresent(shared.progress()::batches);
        shared.stopping().check();
        batch = shared.batches().next();
      }
      shared.progress().doing(number, "done");
      return tally;
    } finally {
      leave();
    }
  }

  private Tally copied(JournaledBatch batch) {
    boolean alone = false;
    for (int attempt = 1; ; attempt++) {
      Lock turn = alone ? shared.turn().writeLock() : shared.turn().readLock();
      turn.lock();
      try {
        shared.stopping().check();
        return attempted(batch);
      } catch (ServerException e) {
        abandon(e);
        if (shared.stopping().asked() || !Retry.worthwhile(e) || Retry.exhausted(attempt)) {
          throw e;
        }
        tellOfRetry(batch, e, attempt);
        // Two batches that hold keys of one another would do so again.
        alone = alone || Retry.deadlock(e);
      } finally {
        turn.unlock();
      }
      shared.progress().doing(number, "waiting to try " + BatchLabel.of(batch) + " again");
      shared.stopping().pause(Retry.pause(attempt));
    }
  }

  private void tellOfRetry(JournaledBatch batch, ServerException e, int attempt) {
    shared
        .progress()
        .retried(
            String.format(
                Locale.ROOT,
                "worker %d: %s: %s (SQLSTATE %s); trying again in %.1f s",
                number,
                BatchLabel.of(batch),
                e.fields().message().lines().findFirst().orElse(""),
                e.sqlState().code(),
                Retry.pause(attempt).toMillis() / 1000.0));
  }

  private Tally attempted(JournaledBatch batch) {
    Optional<Tally> settled = settled();
    if (settled.isPresent()) {
      return settled.orElseThrow();
    }
    connect();
    Session at = Objects.requireNonNull(session);
    Link through = Objects.requireNonNull(link);
    shared.progress().doing(number, BatchLabel.of(batch));
    at.execute("BEGIN");
    Optional<String> xid = xid(at, batch);
    if (xid.isEmpty()) {
      at.execute("ROLLBACK");
      return unsettled.isPresent() ? committed() : Tally.NOTHING;
    }
    unsettled = Optional.empty();
    BatchCopy copy = new BatchCopy(shared.plan(), through, at);
    copy.prepare(batch.batch());
    Tally tally = copy.withKeys(batch.batch(), copy.insert(batch.batch()).tally());
    if (shared.run().isPresent()) {
      Journal.complete(
          at, shared.run().getAsLong(), batch.number(), tally.counts(), tally.skippedBy());
    }
    shared.stopping().check();
    List<SkippedRow> skipped = new ArrayList<>();
    if (shared.skipped().isPresent()) {
      copy.skippedRows(batch.batch(), tally, skipped::addAll);
    }
    shared.stopping().check();
    unsettled = Optional.of(new Unsettled(xid.orElseThrow(), tally, skipped));
    at.execute("COMMIT");
    return committed();
  }

  /**
   * What the transaction did whose COMMIT got no answer, if it was committed. The journal knows
   * that better: a crash of the target may give the transaction's id to another one.
   */
  private Optional<Tally> settled() {
    if (unsettled.isEmpty() || shared.run().isPresent()) {
      return Optional.empty();
    }
    Unsettled last = unsettled.orElseThrow();
    if (CommitStatus.committed(
        shared.ends().target(), last.xid(), OptionalLong.empty(), shared.stopping())) {
      return Optional.of(committed());
    }
    unsettled = Optional.empty();
    return Optional.empty();
  }

  /** The last batch is there: tells what became of its rows. */
  private Tally committed() {
    Unsettled last = unsettled.orElseThrow();
    unsettled = Optional.empty();
    shared.skipped().ifPresent(taker -> taker.accept(last.skipped()));
    return last.tally();
  }

  /** The transaction's full id; empty where the batch is copied already. */
  private Optional<String> xid(Session at, JournaledBatch batch) {
    return shared.run().isPresent()
        ? Journal.claim(at, shared.run().getAsLong(), batch.number())
        : Optional.of(
            at.queryOne(
                "SELECT pg_catalog.pg_current_xact_id()::pg_catalog.text AS xid",
                row -> row.text("xid")));
  }

  private void connect() {
    Session at = session;
    if (at == null || at.isClosed()) {
      link = null;
      at = shared.ends().target().openSession();
      session = at;
      at.servesAs("worker " + number);
      if (shared.run().isPresent()) {
        // What a crash of the server loses, the journal loses with it; the end of the run waits.
        at.execute("SET synchronous_commit = off");
      }
    }
    if (link == null) {
      Link opened = Link.open(shared.ends().source(), shared.ends().target(), at);
      try {
        begin(opened);
      } catch (RuntimeException e) {
        // Without the snapshot its queries would see another moment.
        opened.close();
        throw e;
      }
      link = opened;
    }
  }

  private void begin(Link opened) {
    try {
      SourceTransaction.begin(opened, Optional.of(shared.snapshot().id()));
    } catch (ServerException e) {
      // The id is unknown to a source that was restarted, or to another server.
      boolean unknown = List.of("22023", "42704", "0A000").contains(e.sqlState().code());
      if (!unknown) {
        throw e;
      }
      boolean stands = shared.snapshot().stands();
      throw new UserException(
          stands ? UserException.Kind.CHECK : UserException.Kind.CONNECTION,
          stands
              ? ErrorFields.of("the target reaches another server than the shell does")
                  .withDetail("It does not know the snapshot that the shell's session exported.")
                  .withHint(
                      "Say how the target reaches the source: connect … reached by \"host=…\"")
              : ErrorFields.of("the source's snapshot is lost")
                  .withDetail("The session that held it has ended: " + e.fields().message()),
          e);
    }
  }

  /** Ends the transaction, and what the error made useless. */
  private void abandon(ServerException e) {
    Session at = session;
    if (at == null || at.isClosed()) {
      session = null;
      link = null;
      return;
    }
    try {
      at.execute("ROLLBACK");
      if (e.cameThroughDblink() || Retry.lost(e)) {
        drop();
      }
    } catch (ServerException lost) {
      at.close();
      session = null;
      link = null;
    }
  }

  /** The source's transaction is aborted or gone: the link is not used again. */
  private void drop() {
    Link old = link;
    link = null;
    if (old != null) {
      old.close();
    }
  }

  /** Ends the session, and with it the link and what is open on both servers. */
  private void leave() {
    Session at = session;
    if (at != null) {
      at.close();
    }
  }

  /** Stops what runs now; called from another thread. */
  void cancel() {
    Session at = session;
    Link through = link;
    if (at == null || at.isClosed() || !at.isRunning()) {
      return;
    }
    try {
      if (through != null) {
        through.cancelSource();
      }
    } catch (UserException e) {
      // The source may be gone already; the cancel on the target follows in any case.
      at.cancel(Duration.ZERO);
      return;
    }
    at.cancel(GRACE);
  }
}
