package io.linkspan.connection;

import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** What a session runs now, if it runs something; another thread may cancel it. */
final class RunningStatement {
  private final AtomicReference<@Nullable Cancel> running = new AtomicReference<>();

  /** How it is cancelled. */
  @FunctionalInterface
  interface Cancel {
    void send() throws SQLException;
  }

  void begun(Cancel cancel) {
    running.set(cancel);
  }

  void ended() {
    running.set(null);
  }

  boolean isOne() {
    return running.get() != null;
  }

  /**
   * Cancels what runs, if it still does so after the grace.
   *
   * @param telling is done before
   */
  void cancel(Duration grace, Runnable telling) throws SQLException {
    Cancel statement = running.get();
    long end = System.nanoTime() + grace.toNanos();
    while (statement != null && running.get() == statement && System.nanoTime() < end) {
      try {
        Thread.sleep(5);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        break;
      }
    }
    if (statement != null && running.get() == statement) {
      telling.run();
      statement.send();
    }
  }
}
