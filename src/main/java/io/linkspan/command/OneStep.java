package io.linkspan.command;

import io.linkspan.journal.JournaledRun;
import io.linkspan.run.Progress;
import io.linkspan.run.RunListener;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Tells how long one statement takes, which says nothing itself until it ends. */
final class OneStep {
  private static final long PERIOD_MILLIS = 250;

  private OneStep() {}

  /**
   * Does the work on the caller's thread.
   *
   * @param doing what it is, for the one worker that there is
   */
  static <T> T told(RunListener listener, JournaledRun run, String doing, Supplier<T> work) {
    long start = System.nanoTime();
    ScheduledExecutorService clock =
        Executors.newSingleThreadScheduledExecutor(
            task -> {
              Thread thread = new Thread(task, "undo progress");
              thread.setDaemon(true);
              return thread;
            });
    Future<?> ticks =
        clock.scheduleAtFixedRate(
            () -> listener.progress(now(run, doing, Duration.ofNanos(System.nanoTime() - start))),
            0,
            PERIOD_MILLIS,
            TimeUnit.MILLISECONDS);
    try {
      return work.get();
    } finally {
      ticks.cancel(false);
      end(clock);
    }
  }

  /** Nothing is told after this. */
  private static void end(ScheduledExecutorService clock) {
    clock.shutdown();
    try {
      if (!clock.awaitTermination(1, TimeUnit.MINUTES)) {
        throw new IllegalStateException("the listener does not come back");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static Progress now(JournaledRun run, String doing, Duration elapsed) {
    return new Progress(
        "undo of run " + run.number(),
        OptionalLong.of(run.number()),
        0,
        OptionalLong.empty(),
        0,
        OptionalInt.empty(),
        elapsed,
        List.of(new Progress.Worker(1, doing, 0)));
  }
}
