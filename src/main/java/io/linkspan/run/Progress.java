package io.linkspan.run;

import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * Where a long piece of work stands.
 *
 * @param what it is, in a word or two: {@code run 7}, {@code verify}, {@code undo of run 7}
 * @param run its number in the journal, where it has one
 * @param rows rows done with, those of unfinished batches not among them
 * @param expectedRows about how many there are in all; empty where nobody knows
 * @param batchesDone batches that are finished
 * @param batches of all; empty where that shows only at the end
 * @param elapsed since the work began
 * @param workers what each session does; at least one
 */
public record Progress(
    String what,
    OptionalLong run,
    long rows,
    OptionalLong expectedRows,
    int batchesDone,
    OptionalInt batches,
    Duration elapsed,
    List<Worker> workers) {

  /**
   * One session at its work.
   *
   * @param number from 1
   * @param doing what it does now, such as {@code batch 12 of archived_users, pages 2136 to 2314}
   * @param rows that it has done so far
   */
  public record Worker(int number, String doing, long rows) {}

  public Progress {
    workers = List.copyOf(workers);
  }
}
