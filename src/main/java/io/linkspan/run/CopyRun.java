package io.linkspan.run;

import io.linkspan.connection.ServerException;
import io.linkspan.connection.Session;
import io.linkspan.journal.BatchCounts;
import io.linkspan.journal.HeapFiles;
import io.linkspan.journal.JournaledRun;
import io.linkspan.journal.RunEntry;
import io.linkspan.pg.SqlState;
import io.linkspan.pg.UserException;
import io.linkspan.plan.Batch;
import io.linkspan.plan.CopyPlan;
import io.linkspan.plan.Division;
import io.linkspan.request.RequestText;
import io.linkspan.statement.StatementWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;

/** One run of a plan, yet to be started; on one thread, while another may stop it. */
public final class CopyRun {
  /** How a run is meant. */
  public enum Mode {
    /** Rolled back at the end, always in one transaction. */
    DRY,
    /** Entered in the target's journal. */
    JOURNALED,
    /** Entered nowhere. */
    WITHOUT_JOURNAL
  }

  /** How often a whole copy is begun anew: each attempt may take its time. */
  private static final int ATTEMPTS = 3;

  private final CopyPlan plan;
  private final RunEnds ends;
  private final Mode mode;
  private final Optional<Consumer<List<SkippedRow>>> skipped;
  private final Stopping stopping = new Stopping();
  private volatile Optional<BatchedRun> batched = Optional.empty();

  /**
   * A run of the plan on those ends.
   *
   * @param skipped takes every row that is skipped, those of a batch once it is committed; empty
   *     where nobody wants them
   */
  public CopyRun(
      CopyPlan plan, RunEnds ends, Mode mode, Optional<Consumer<List<SkippedRow>>> skipped) {
    this.plan =
        mode == Mode.DRY && plan.howItRuns().division().commitsBatches()
            ? plan.divided(Division.inOneTransaction(plan.howItRuns().division()))
            : plan;
    this.ends = ends;
    this.mode = mode;
    this.skipped = skipped;
  }

  /**
   * Carries the plan out on the caller's thread.
   *
   * @throws UserException where a transaction is open already, or a server reports an error; a
   *     {@link RunStopped} says what is there of the run, with any other nothing is changed
   */
  public Receipt run(RunListener listener) {
    requireIdle();
    RunProgress progress = new RunProgress(listener);
    if (plan.howItRuns().division().commitsBatches()) {
      BatchedRun run = batched(progress);
      return run.run(
          mode == Mode.JOURNALED
              ? Optional.of(snapshot -> entry(Optional.of(snapshot)))
              : Optional.empty());
    }
    return inOneTransaction(Optional.empty(), progress);
  }

  /**
   * Copies what is left of a run that was interrupted.
   *
   * @throws UserException as {@link #run}, and where it cannot be told what is left
   */
  public Receipt resume(JournaledRun interrupted, RunListener listener) {
    requireIdle();
    RunProgress progress = new RunProgress(listener);
    return plan.howItRuns().division().commitsBatches()
        ? batched(progress).resume(interrupted)
        : inOneTransaction(Optional.of(interrupted), progress);
  }

  private BatchedRun batched(RunProgress progress) {
    BatchedRun run = new BatchedRun(plan, ends, stopping, progress, skipped);
    batched = Optional.of(run);
    return run;
  }

  private void requireIdle() {
    ends.target().session().requireIdle("A run is a transaction of its own.");
  }

  /** Of a run of one transaction that was interrupted all is there or nothing. */
  private Receipt inOneTransaction(Optional<JournaledRun> interrupted, RunProgress progress) {
    long start = System.nanoTime();
    try (LeadSession lead =
        mode == Mode.JOURNALED
            ? LeadSession.withJournal(ends.target(), stopping)
            : LeadSession.withoutJournal(ends.target(), stopping)) {
      if (interrupted.isPresent()) {
        lead.takeOver(interrupted.orElseThrow());
        Optional<JournaledRun> all = lead.known().filter(known -> known.batchesDone() > 0);
        if (all.isPresent()) {
          progress.begin(name(lead.run()), lead.run(), Expected.rows(plan), 1);
          progress.remark("All of it was committed before; there is nothing left to copy.");
          progress.tell();
          lead.finish();
          return committed(all.orElseThrow(), lead);
        }
      } else if (mode == Mode.JOURNALED) {
        lead.begin(entry(Optional.empty()), List.of(KnownBatches.toDo(1, new Batch.All())));
      }
      OptionalLong run = lead.run();
      progress.begin(name(run), run, Expected.rows(plan), 1);
      progress.doing(1, "copying " + plan.reading().label());
      progress.tell();
      OneTransaction transaction = attempted(run, lead, progress);
      lead.finish();
      return transaction
          .tally()
          .receipt(
              mode == Mode.DRY,
              transaction.sequences(),
              Duration.ofNanos(System.nanoTime() - start),
              new Receipt.Pieces(
                  run, transaction.inserts(), 1, progress.retries(), Optional.empty()));
    }
  }

  /** The receipt of a run whose shell ended between its commit and the word that all is done. */
  private static Receipt committed(JournaledRun run, LeadSession lead) {
    BatchCounts counts = run.counts();
    return new Receipt(
        false,
        counts.read(),
        counts.duplicates(),
        counts.inserted(),
        counts.updated(),
        counts.skipped(),
        lead.skippedBy().entrySet().stream()
            .map(by -> new Receipt.SkippedBy(by.getKey(), Receipt.Clash.EITHER, by.getValue()))
            .toList(),
        counts.dropped() > 0 ? OptionalLong.of(counts.dropped()) : OptionalLong.empty(),
        List.of(),
        Duration.between(run.begun(), Instant.now()),
        new Receipt.Pieces(
            OptionalLong.of(run.number()),
            0,
            1,
            0,
            Optional.of(
                new Receipt.Before(
                    counts.read(), counts.inserted(), counts.updated(), counts.skipped()))));
  }

  private String name(OptionalLong run) {
    return run.isPresent() ? "run " + run.getAsLong() : mode == Mode.DRY ? "dry run" : "run";
  }

  private OneTransaction attempted(OptionalLong run, LeadSession lead, RunProgress progress) {
    boolean done = false;
    try {
      OneTransaction transaction = retried(run, progress);
      done = true;
      return transaction;
    } catch (ServerException e) {
      throw byUser(e) ? stopped(e) : e;
    } catch (UserException e) {
      throw e.kind() == UserException.Kind.INTERRUPTED ? stopped(e) : e;
    } finally {
      if (!done) {
        forget(lead);
      }
    }
  }

  /** Tries again what passes by itself, as long as the target's session stands. */
  private OneTransaction retried(OptionalLong run, RunProgress progress) {
    for (int attempt = 1; ; attempt++) {
      OneTransaction transaction = new OneTransaction(plan, ends, stopping, progress, skipped);
      try {
        transaction.carryOut(run, mode == Mode.DRY);
        return transaction;
      } catch (ServerException e) {
        boolean passes = Retry.worthwhile(e) && !ends.target().isLost() && !Retry.lost(e);
        if (!passes || stopping.asked() || attempt > ATTEMPTS) {
          throw e;
        }
        progress.retried(
            "%s (SQLSTATE %s); trying again".formatted(e.fields().message(), e.sqlState().code()));
        progress.tell();
        stopping.pause(Retry.pause(attempt));
        ends.link().reopen();
      }
    }
  }

  /** A server's own timeout has the same SQLSTATE, and nobody asked for it. */
  private boolean byUser(ServerException e) {
    return e.sqlState().equals(SqlState.QUERY_CANCELED)
        && (stopping.asked() || Interrupted.byUser(e));
  }

  /** The transaction is rolled back, so nothing is left to be known of it. */
  private static void forget(LeadSession lead) {
    try {
      lead.forget();
    } catch (UserException e) {
      // The target is gone; the run stays in the journal as one that was interrupted.
      return;
    }
  }

  private static UserException stopped(UserException e) {
    return new UserException(
        UserException.Kind.INTERRUPTED,
        e.fields().withHint("The run was rolled back; nothing was changed."),
        e);
  }

  private RunEntry entry(Optional<SourceSnapshot> snapshot) {
    String into = plan.into().name().quoted();
    Session target = ends.target().session();
    String source = ends.source().name();
    return new RunEntry(
        source,
        ends.source().settings().toString(),
        plan.reading().label(),
        ends.target().name(),
        into,
        RequestText.of(plan.request(), source, ends.target().name()),
        StatementWriter.write(plan, ends.link().name(), new Batch.All()).insert(),
        DivisionText.of(plan.howItRuns().division()),
        snapshot.map(SourceSnapshot::text),
        snapshot.map(SourceSnapshot::files).orElse(""),
        HeapFiles.read(target, into),
        HeapFiles.clean(target, into));
  }

  /** Lets the run end as soon as may be; called from another thread, and more than once. */
  public void stop() {
    stopping.ask();
    batched.ifPresent(BatchedRun::cancel);
  }
}
