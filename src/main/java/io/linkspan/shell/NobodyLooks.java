package io.linkspan.shell;

import io.linkspan.pg.UserException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/**
 * Stops a source of results that goes on though the user has left the pager. A source that has rows
 * to give sees at the next one that nobody wants more, and is not stopped.
 */
final class NobodyLooks {
  private static final Duration GRACE = Duration.ofMillis(500);
  private static final Executor LATER =
      CompletableFuture.delayedExecutor(GRACE.toMillis(), TimeUnit.MILLISECONDS);

  private final Runnable stop;
  private boolean over;
  private boolean stopped;

  /**
   * A source.
   *
   * @param stop has it end with an error
   */
  NobodyLooks(Runnable stop) {
    this.stop = stop;
  }

  /** The user has left. */
  void left() {
    LATER.execute(this::stop);
  }

  /** Does not let the source end meanwhile, so that nothing else is stopped in its place. */
  private synchronized void stop() {
    if (!over) {
      stopped = true;
      stop.run();
    }
  }

  /** Ends it; whether it was stopped before. */
  private synchronized boolean endsStopped() {
    over = true;
    return stopped;
  }

  /**
   * Carries the source out; the error that stopping it ends in is what was wanted.
   *
   * @return whether it was stopped
   */
  boolean during(Runnable source) {
    try {
      source.run();
      return false;
    } catch (UserException e) {
      if (!endsStopped() || e.kind() != UserException.Kind.INTERRUPTED) {
        throw e;
      }
      return true;
    } finally {
      endsStopped();
    }
  }
}
