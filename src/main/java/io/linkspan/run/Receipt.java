package io.linkspan.run;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What a run did.
 *
 * @param dry whether it was rolled back
 * @param read rows that came from the source
 * @param duplicates rows that DISTINCT dropped
 * @param updated rows of the target that were updated
 * @param skipped rows that a conflict rule left alone
 * @param skippedBy the skipped rows by key, where they could be told apart
 * @param droppedByTrigger rows that a BEFORE trigger dropped; empty where that cannot be told
 * @param sequences what became of the sequences
 * @param elapsed from the first statement to the end of the last transaction
 */
public record Receipt(
    boolean dry,
    long read,
    long duplicates,
    long inserted,
    long updated,
    long skipped,
    List<SkippedBy> skippedBy,
    OptionalLong droppedByTrigger,
    List<SequenceMoved> sequences,
    Duration elapsed,
    Pieces pieces) {

  /**
   * In which pieces it was done.
   *
   * @param run its number in the journal; empty for a dry run, or one without a journal
   * @param batches transactions that were committed, or fetches of one transaction
   * @param workers sessions that copied at a time
   * @param retries attempts that failed and were made again
   * @param before rows that the run had read and inserted before it was resumed
   */
  public record Pieces(
      OptionalLong run, int batches, int workers, int retries, Optional<Before> before) {
    /** One statement, entered nowhere. */
    public static final Pieces ONE = new Pieces(OptionalLong.empty(), 1, 1, 0, Optional.empty());
  }

  /** What a run had done before it was resumed; the receipt's own counts hold it too. */
  public record Before(long read, long inserted, long updated, long skipped) {}

  /**
   * Rows skipped for one key.
   *
   * @param clash what they clash with
   */
  public record SkippedBy(String key, Clash clash, long rows) {}

  /** What a skipped row clashes with. */
  public enum Clash {
    /** A row that the target had before. */
    TARGET,
    /** An earlier row of the copy itself. */
    SOURCE,
    /** One or the other. */
    EITHER
  }

  /**
   * A sequence moved on.
   *
   * @param to its new last value; empty where it was far enough already, or the run was dry
   */
  public record SequenceMoved(String sequence, OptionalLong to) {}

  public Receipt {
    skippedBy = List.copyOf(skippedBy);
    sequences = List.copyOf(sequences);
  }

  /** Rows read a second in the time that elapsed; 0 where none passed. */
  public long rowsPerSecond() {
    double seconds = elapsed.toNanos() / 1e9;
    return seconds <= 0
        ? 0
        : Math.round((read - pieces.before().map(Before::read).orElse(0L)) / seconds);
  }
}
