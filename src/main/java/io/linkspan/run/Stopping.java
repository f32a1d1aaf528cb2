package io.linkspan.run;

import io.linkspan.pg.ErrorFields;
import io.linkspan.pg.UserException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Whether a run is to end before its time. */
final class Stopping {
  private final CountDownLatch asked = new CountDownLatch(1);

  void ask() {
    asked.countDown();
  }

  boolean asked() {
    return asked.getCount() == 0;
  }

  /** Waits, but not longer than until the run is to end; an interrupt asks for the end. */
  void pause(Duration duration) {
    try {
      if (asked.await(duration.toMillis(), TimeUnit.MILLISECONDS)) {
        throw stopped();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      ask();
      throw stopped();
    }
  }

  void check() {
    if (asked()) {
      throw stopped();
    }
  }

  static UserException stopped() {
    return new UserException(UserException.Kind.INTERRUPTED, ErrorFields.of("the run was stopped"));
  }
}
