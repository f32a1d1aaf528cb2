package io.linkspan.journal;

/** How far a run came. */
public enum RunState {
  /** A session holds its lock: it works at this moment. */
  RUNNING,
  /** It ended before all was copied; batches that were committed are there. */
  INTERRUPTED,
  /** All is copied. */
  FINISHED,
  /** Its rows were taken back. */
  UNDONE
}
