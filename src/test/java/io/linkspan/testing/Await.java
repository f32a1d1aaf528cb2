package io.linkspan.testing;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Waits for what another thread or a server will do. */
public final class Await {
  private static final Duration LIMIT = Duration.ofSeconds(30);
  private static final long PAUSE_MILLIS = 10;

  private Await() {}

  /**
   * Waits until the condition holds, with a limit.
   *
   * @param what the condition in words, for the tale of a failed test
   */
  public static void until(String what, BooleanSupplier condition) {
    long limit = System.nanoTime() + LIMIT.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > limit) {
        throw new AssertionError("waited in vain until " + what);
      }
      try {
        Thread.sleep(PAUSE_MILLIS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new AssertionError("interrupted while waiting until " + what, e);
      }
    }
  }
}
