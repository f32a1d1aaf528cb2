package io.linkspan.run;

import io.linkspan.connection.Session;
import io.linkspan.journal.BatchCounts;
import io.linkspan.journal.JournaledBatch;
import io.linkspan.journal.JournaledRun;
import io.linkspan.journal.RunEntry;
import io.linkspan.pg.ErrorFields;
import io.linkspan.pg.UserException;
import io.linkspan.plan.CopyPlan;
import io.linkspan.plan.Division;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * A run in batches, each a transaction of its own, copied by several workers that all read one
 * snapshot of the source. What is committed stays, whatever happens to the rest.
 */
final class BatchedRun {
  private static final long TICK_MILLISECONDS = 150;

  private final CopyPlan plan;
  private final RunEnds ends;
  private final Stopping stopping;
  private final RunProgress progress;
  private final Optional<Consumer<List<SkippedRow>>> skipped;
  private final List<Worker> workers = new ArrayList<>();
  private volatile Optional<SourceSnapshot> snapshot = Optional.empty();

  BatchedRun(
      CopyPlan plan,
      RunEnds ends,
      Stopping stopping,
      RunProgress progress,
      Optional<Consumer<List<SkippedRow>>> skipped) {
    this.plan = plan;
    this.ends = ends;
    this.stopping = stopping;
    this.progress = progress;
    this.skipped = skipped;
  }

  /**
   * Copies everything.
   *
   * @param entry makes the run's entry in the journal; empty for a run without a journal
   */
  Receipt run(Optional<Function<SourceSnapshot, RunEntry>> entry) {
    try (LeadSession lead =
            entry.isPresent()
                ? LeadSession.withJournal(ends.target(), stopping)
                : LeadSession.withoutJournal(ends.target(), stopping);
        SourceSnapshot taken = snapshot()) {
      List<JournaledBatch> known = known(taken);
      entry.ifPresent(make -> lead.begin(make.apply(taken), known));
      progress.begin(
          lead.run().isPresent() ? "run " + lead.run().getAsLong() : "run",
          lead.run(),
          Expected.rows(plan),
          plan.howItRuns().division().workers());
      return copied(
          lead,
          taken,
          plan.howItRuns().division() instanceof Division.KeyRanges
              ? new KeyBatches(plan, taken, lead, List.of(), Optional.empty())
              : new KnownBatches(known),
          Optional.empty());
    }
  }

  /** Copies what is left of a run. */
  Receipt resume(JournaledRun interrupted) {
    try (LeadSession lead = LeadSession.withJournal(ends.target(), stopping)) {
      lead.takeOver(interrupted);
      try (SourceSnapshot taken = snapshot()) {
        progress.begin(
            "run " + interrupted.number(),
            lead.run(),
            OptionalLong.empty(),
            plan.howItRuns().division().workers());
        Batches left = new Resumption(plan, taken, lead, interrupted, progress).batches();
        return copied(lead, taken, left, lead.counts().map(BatchedRun::before));
      }
    }
  }

  private SourceSnapshot snapshot() {
    SourceSnapshot taken = SourceSnapshot.take(ends.source(), plan);
    snapshot = Optional.of(taken);
    return taken;
  }

  /** The batches that are known before the first is copied. */
  private List<JournaledBatch> known(SourceSnapshot taken) {
    return plan.howItRuns().division() instanceof Division.Pages pages
        ? KnownBatches.pages(taken.heaps(), pages.pagesPerBatch(), 1)
        : List.of();
  }

  private static Receipt.Before before(BatchCounts counts) {
    return new Receipt.Before(counts.read(), counts.inserted(), counts.updated(), counts.skipped());
  }

  private Receipt copied(
      LeadSession lead, SourceSnapshot taken, Batches batches, Optional<Receipt.Before> before) {
    long start = System.nanoTime();
    batches.total().ifPresent(progress::batches);
    progress.tell();
    Finished finished;
    try {
      finished = finished(lead, taken, batches);
    } catch (RuntimeException e) {
      throw Interrupted.explained(e, lead, progress);
    }
    Tally tally = finished.tally();
    return lead.counts()
        .map(counts -> Tally.of(counts, lead.skippedBy(), tally))
        .orElse(tally)
        .receipt(
            false,
            finished.sequences(),
            Duration.ofNanos(System.nanoTime() - start),
            new Receipt.Pieces(
                lead.run(),
                progress.done(),
                plan.howItRuns().division().workers(),
                progress.retries(),
                before));
  }

  private record Finished(Tally tally, List<Receipt.SequenceMoved> sequences) {}

  /** Copies until nothing is left: the target may have crashed and lost what was committed last. */
  private Finished finished(LeadSession lead, SourceSnapshot taken, Batches batches) {
    HandedOut handedOut = new HandedOut(batches);
    Batches next = handedOut;
    Tally tally = Tally.NOTHING;
    while (true) {
      Worker.Shared shared =
          new Worker.Shared(
              plan,
              ends,
              taken,
              next,
              lead.run(),
              new ReentrantReadWriteLock(true),
              stopping,
              progress,
              skipped);
      tally = tally.plus(worked(shared));
      List<Receipt.SequenceMoved> sequences = sequences();
      if (lead.finish()) {
        return new Finished(tally, sequences);
      }
      List<JournaledBatch> lost = handedOut.again(lead.left());
      progress.remark(
          "%d batches were committed and lost by the target; they are copied again"
              .formatted(lost.size()));
      next = new KnownBatches(lost);
    }
  }

  private List<Receipt.SequenceMoved> sequences() {
    if (plan.sequences().isEmpty()) {
      return List.of();
    }
    try (Session session = ends.target().openSession()) {
      return SequenceMoves.carryOut(plan, ends.link().name(), session);
    }
  }

  /** Lets all workers work to their end, or to the first error of one of them. */
  private Tally worked(Worker.Shared shared) {
    int count = plan.howItRuns().division().workers();
    ExecutorService threads =
        Executors.newFixedThreadPool(
            count,
            work -> {
              Thread thread = new Thread(work, "worker");
              thread.setDaemon(true);
              return thread;
            });
    List<Future<Tally>> results = new ArrayList<>();
    synchronized (workers) {
      workers.clear();
      for (int i = 1; i <= count; i++) {
        Worker worker = new Worker(shared, i);
        workers.add(worker);
        results.add(threads.submit(worker));
      }
    }
    threads.shutdown();
    awaitAll(threads, results);
    return together(results);
  }

  /** What all workers did. Of several errors, the one that made the others stop is thrown. */
  private static Tally together(List<Future<Tally>> results) {
    Tally tally = Tally.NOTHING;
    Optional<RuntimeException> error = Optional.empty();
    for (Future<Tally> result : results) {
      try {
        tally = tally.plus(outcome(result));
      } catch (RuntimeException e) {
        error = error.filter(first -> !Interrupted.byUser(first)).or(() -> Optional.of(e));
      }
    }
    if (error.isPresent()) {
      throw error.orElseThrow();
    }
    return tally;
  }

  private void awaitAll(ExecutorService threads, List<Future<Tally>> results) {
    boolean ended = false;
    boolean interrupted = false;
    while (!ended) {
      try {
        ended = threads.awaitTermination(TICK_MILLISECONDS, TimeUnit.MILLISECONDS);
      } catch (InterruptedException e) {
        interrupted = true;
        stopping.ask();
      }
      progress.tell();
      boolean failed = results.stream().anyMatch(BatchedRun::failed);
      if (!ended && (failed || stopping.asked())) {
        stopping.ask();
        cancelWorkers();
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private static boolean failed(Future<Tally> result) {
    if (!result.isDone()) {
      return false;
    }
    try {
      outcome(result);
      return false;
    } catch (RuntimeException e) {
      return true;
    }
  }

  private static Tally outcome(Future<Tally> result) {
    try {
      return result.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new UserException(
          UserException.Kind.INTERRUPTED, ErrorFields.of("the run was stopped"), e);
    }
  }

  /** Stops what every session of the run does now; called from another thread. */
  void cancel() {
    snapshot.ifPresent(SourceSnapshot::cancel);
    cancelWorkers();
  }

  private void cancelWorkers() {
    List<Worker> all;
    synchronized (workers) {
      all = List.copyOf(workers);
    }
    all.parallelStream().forEach(Worker::cancel);
  }
}
