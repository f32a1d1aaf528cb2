package io.linkspan.shell;

import io.linkspan.run.Progress;
import java.time.Duration;
import java.util.Optional;

/** When to tell of progress again: not too early, not too often, and only where there is any. */
final class Pace {
  private final Duration untilFirst;
  private final Duration between;
  private Optional<Progress> told = Optional.empty();

  /**
   * A pace.
   *
   * @param untilFirst how long a piece of work must have gone on to be told of at all
   * @param between the least time from one telling to the next
   */
  Pace(Duration untilFirst, Duration between) {
    this.untilFirst = untilFirst;
    this.between = between;
  }

  /** Whether this is to be told now; if so, it counts as told. */
  boolean isDue(Progress now) {
    // Another piece of work counts its time anew.
    told = told.filter(before -> before.what().equals(now.what()));
    Duration next = told.map(before -> before.elapsed().plus(between)).orElse(untilFirst);
    boolean news = told.map(before -> !before.equals(at(before.elapsed(), now))).orElse(true);
    boolean due = news && now.elapsed().compareTo(next) >= 0;
    if (due) {
      told = Optional.of(now);
    }
    return due;
  }

  /** The same at another moment. */
  static Progress at(Duration elapsed, Progress other) {
    return new Progress(
        other.what(),
        other.run(),
        other.rows(),
        other.expectedRows(),
        other.batchesDone(),
        other.batches(),
        elapsed,
        other.workers());
  }
}
