package io.linkspan.shell;

import java.time.Duration;
import java.util.function.Supplier;

/** Whether a command runs at this moment; one at a time. */
final class Activity {
  /** Commands in progress: a script's commands run within the one that replays it. */
  private int depth;

  /** Does the work, which counts as running until it and what it shows has ended. */
  <T> T during(Supplier<T> work) {
    change(1);
    try {
      return work.get();
    } finally {
      change(-1);
    }
  }

  private synchronized void change(int by) {
    depth += by;
    notifyAll();
  }

  synchronized boolean running() {
    return depth > 0;
  }

  /** Waits until nothing runs, or until the patience is over. */
  synchronized void awaitEnd(Duration patience) throws InterruptedException {
    long limit = System.nanoTime() + patience.toNanos();
    for (long left = patience.toNanos(); depth > 0 && left > 0; left = limit - System.nanoTime()) {
      wait(Math.max(1, left / 1_000_000));
    }
  }
}
