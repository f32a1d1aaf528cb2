package io.linkspan.check;

/**
 * How many sessions a run opens at most, beside those of the prompt.
 *
 * @param onSource the prompt's link, the session that holds the snapshot, and each worker's link
 * @param onTarget the one that keeps the journal, the one that moves sequences, and each worker's
 */
public record CopySessions(int onSource, int onTarget) {
  /** For so many workers; 0 is a run in one transaction, which the prompt's session carries out. */
  public static CopySessions of(int workers) {
    return workers == 0 ? new CopySessions(1, 1) : new CopySessions(workers + 2, workers + 2);
  }
}
