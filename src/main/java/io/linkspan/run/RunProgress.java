package io.linkspan.run;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Queue;

/** Gathers from all workers where a run stands, and tells it to one listener. */
final class RunProgress {
  private final RunListener listener;
  private final long start = System.nanoTime();
  private final Queue<String> remarks = new ArrayDeque<>();
  private final List<Progress.Worker> workers = new ArrayList<>();
  private String what = "run";
  private OptionalLong run = OptionalLong.empty();
  private OptionalLong estimate = OptionalLong.empty();
  private OptionalInt batches = OptionalInt.empty();
  private long rows;
  private int done;
  private int retries;

  RunProgress(RunListener listener) {
    this.listener = listener;
  }

  /** What is known at the start. */
  synchronized void begin(String name, OptionalLong number, OptionalLong expectedRows, int of) {
    what = name;
    run = number;
    estimate = expectedRows;
    workers.clear();
    for (int i = 1; i <= of; i++) {
      workers.add(new Progress.Worker(i, "connecting", 0));
    }
  }

  /** Says how many batches there are in all, once that is known. */
  synchronized void batches(int all) {
    batches = OptionalInt.of(all);
  }

  /** A worker begins something. */
  synchronized void doing(int worker, String text) {
    Progress.Worker old = workers.get(worker - 1);
    workers.set(worker - 1, new Progress.Worker(worker, text, old.rows()));
  }

  /** A worker has finished a batch. */
  synchronized void add(int worker, long rowsRead) {
    rows += rowsRead;
    done++;
    Progress.Worker old = workers.get(worker - 1);
    workers.set(worker - 1, new Progress.Worker(worker, old.doing(), old.rows() + rowsRead));
  }

  /** An attempt failed and is made again. */
  synchronized void retried(String text) {
    retries++;
    remarks.add(text);
  }

  /** Something that the user should know at once. */
  synchronized void remark(String text) {
    remarks.add(text);
  }

  synchronized int retries() {
    return retries;
  }

  synchronized int done() {
    return done;
  }

  synchronized long rows() {
    return rows;
  }

  /** Tells the listener; on one thread only. */
  void tell() {
    for (Optional<String> text = next(); text.isPresent(); text = next()) {
      listener.remark(text.orElseThrow());
    }
    listener.progress(now());
  }

  private synchronized Optional<String> next() {
    return Optional.ofNullable(remarks.poll());
  }

  private synchronized Progress now() {
    return new Progress(
        what,
        run,
        rows,
        expected(),
        done,
        batches,
        Duration.ofNanos(System.nanoTime() - start),
        workers);
  }

  /** What the batches so far promise is nearer the truth than statistics. */
  private OptionalLong expected() {
    return batches.isPresent() && done > 0
        ? OptionalLong.of(Math.round((double) rows / done * batches.getAsInt()))
        : estimate;
  }
}
