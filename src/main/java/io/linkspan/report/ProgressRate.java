package io.linkspan.report;

import io.linkspan.run.Progress;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.OptionalLong;

/**
 * How fast rows come, over the last seconds; over the last few batches where those take longer. It
 * falls when the next batch is overdue, and begins anew with another piece of work.
 */
public final class ProgressRate {
  private static final Duration WINDOW = Duration.ofSeconds(10);

  /** Fewer steps than this would let one batch make the rate jump. */
  private static final int LEAST_STEPS = 3;

  /** The moments at which the number of rows had changed, oldest first. */
  private final Deque<Moment> moments = new ArrayDeque<>();

  private String what = "";

  private record Moment(Duration at, long rows) {}

  /** Takes note of where the work stands. */
  public void add(Progress now) {
    if (!moments.isEmpty() && (!now.what().equals(what) || now.rows() < moments.getLast().rows())) {
      moments.clear();
    }
    what = now.what();
    if (moments.isEmpty() || now.rows() > moments.getLast().rows()) {
      moments.addLast(new Moment(now.elapsed(), now.rows()));
      forget(now.elapsed().minus(WINDOW));
    }
  }

  private void forget(Duration until) {
    while (moments.size() > LEAST_STEPS + 1) {
      Moment first = moments.removeFirst();
      if (moments.getFirst().at().compareTo(until) > 0) {
        moments.addFirst(first);
        return;
      }
    }
  }

  /**
   * Rows a second; empty until rows have come.
   *
   * @param elapsed since the work began, not before the last value that was added
   */
  public OptionalLong rowsPerSecond(Duration elapsed) {
    int steps = moments.size() - 1;
    if (steps < 1) {
      return OptionalLong.empty();
    }
    Moment first = moments.getFirst();
    Moment last = moments.getLast();
    double rows = last.rows() - first.rows();
    double measured = rows / seconds(first.at(), last.at());
    // What it would be if one more step of the usual size came at this moment.
    double due = rows * (steps + 1) / steps / seconds(first.at(), elapsed);
    double rate = Math.min(measured, due);
    return Double.isFinite(rate) ? OptionalLong.of(Math.round(rate)) : OptionalLong.empty();
  }

  private static double seconds(Duration from, Duration to) {
    return Math.max(0, to.minus(from).toNanos()) / 1e9;
  }
}
