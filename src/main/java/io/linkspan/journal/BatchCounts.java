package io.linkspan.journal;

/**
 * The rows of a batch or of a run by what became of them.
 *
 * @param read rows that came from the source
 * @param duplicates rows that DISTINCT dropped
 * @param dropped rows that a BEFORE trigger dropped
 */
public record BatchCounts(
    long read, long duplicates, long inserted, long updated, long skipped, long dropped) {
  public static final BatchCounts NONE = new BatchCounts(0, 0, 0, 0, 0, 0);

  /** Both together. */
  public BatchCounts plus(BatchCounts other) {
    return new BatchCounts(
        read + other.read,
        duplicates + other.duplicates,
        inserted + other.inserted,
        updated + other.updated,
        skipped + other.skipped,
        dropped + other.dropped);
  }
}
