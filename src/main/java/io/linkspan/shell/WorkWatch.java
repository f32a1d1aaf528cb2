package io.linkspan.shell;

import io.linkspan.report.ProgressRate;
import io.linkspan.run.Progress;
import io.linkspan.run.RunListener;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Listens to a piece of work and has a thread of its own tell of it, so that the work never waits
 * for a slow terminal. A failure to tell leaves the work alone and is thrown once it has ended.
 */
final class WorkWatch implements RunListener, AutoCloseable {
  private static final Duration BETWEEN = Duration.ofMillis(200);

  private final ProgressOutput output;
  private final ProgressRate rate = new ProgressRate();
  private final ScheduledThreadPoolExecutor teller;
  private final ScheduledFuture<?> ticks;
  private volatile Optional<Heard> heard = Optional.empty();
  private Optional<RuntimeException> failure = Optional.empty();

  /** What the work said last, and when, by {@link System#nanoTime}. */
  private record Heard(Progress progress, long at) {
    Progress now() {
      Duration since = Duration.ofNanos(System.nanoTime() - at);
      return Pace.at(progress.elapsed().plus(since), progress);
    }
  }

  WorkWatch(ProgressOutput output) {
    this.output = output;
    teller =
        new ScheduledThreadPoolExecutor(
            1,
            work -> {
              Thread thread = new Thread(work, "progress");
              thread.setDaemon(true);
              return thread;
            });
    long nanos = BETWEEN.toNanos();
    ticks =
        teller.scheduleWithFixedDelay(
            () -> guarded(this::tick), nanos, nanos, TimeUnit.NANOSECONDS);
  }

  @Override
  public void progress(Progress now) {
    synchronized (rate) {
      rate.add(now);
    }
    heard = Optional.of(new Heard(now, System.nanoTime()));
  }

  @Override
  public void remark(String text) {
    try {
      teller.execute(() -> guarded(() -> output.remark(text)));
    } catch (RejectedExecutionException e) {
      // The work has ended, but one of its threads still has something to say.
      guarded(() -> output.remark(text));
    }
  }

  private void tick() {
    heard.map(Heard::now).ifPresent(now -> output.show(now, rateAt(now.elapsed())));
  }

  private OptionalLong rateAt(Duration elapsed) {
    synchronized (rate) {
      return rate.rowsPerSecond(elapsed);
    }
  }

  private synchronized void guarded(Runnable telling) {
    if (failure.isEmpty()) {
      try {
        telling.run();
      } catch (RuntimeException e) {
        failure = Optional.of(e);
      }
    }
  }

  /** Ends the telling; everything that was remarked has been told then. */
  @Override
  public void close() {
    ticks.cancel(false);
    teller.shutdown();
    awaitTheTeller();
    guarded(output::end);
    synchronized (this) {
      failure.ifPresent(
          e -> {
            throw e;
          });
    }
  }

  private void awaitTheTeller() {
    boolean interrupted = false;
    boolean ended = false;
    while (!ended) {
      try {
        ended = teller.awaitTermination(1, TimeUnit.DAYS);
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
