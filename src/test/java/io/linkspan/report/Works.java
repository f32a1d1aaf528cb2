package io.linkspan.report;

import io.linkspan.run.Progress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** Pieces of work at some moment, for tests; unchangeable. */
record Works(Progress now) {
  /** Run 7, one second on its way, of an unknown number of rows. */
  static Works copy(long rows) {
    return new Works(
        new Progress(
            "run 7",
            OptionalLong.of(7),
            rows,
            OptionalLong.empty(),
            0,
            OptionalInt.empty(),
            Duration.ofSeconds(1),
            List.of()));
  }

  /** Another work, without a number in the journal, that has just begun. */
  static Works named(String what) {
    return new Works(
        new Progress(
            what,
            OptionalLong.empty(),
            0,
            OptionalLong.empty(),
            0,
            OptionalInt.empty(),
            Duration.ZERO,
            List.of()));
  }

  Works expected(long rows) {
    return new Works(
        new Progress(
            now.what(),
            now.run(),
            now.rows(),
            OptionalLong.of(rows),
            now.batchesDone(),
            now.batches(),
            now.elapsed(),
            now.workers()));
  }

  Works batches(int done, OptionalInt all) {
    return new Works(
        new Progress(
            now.what(),
            now.run(),
            now.rows(),
            now.expectedRows(),
            done,
            all,
            now.elapsed(),
            now.workers()));
  }

  Works elapsed(Duration elapsed) {
    return new Works(
        new Progress(
            now.what(),
            now.run(),
            now.rows(),
            now.expectedRows(),
            now.batchesDone(),
            now.batches(),
            elapsed,
            now.workers()));
  }

  Works worker(int number, String doing, long rows) {
    List<Progress.Worker> workers = new ArrayList<>(now.workers());
    workers.add(new Progress.Worker(number, doing, rows));
    return new Works(
        new Progress(
            now.what(),
            now.run(),
            now.rows(),
            now.expectedRows(),
            now.batchesDone(),
            now.batches(),
            now.elapsed(),
            workers));
  }
}
