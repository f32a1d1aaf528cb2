package io.linkspan.verify;

/** What became of a row that the two sides do not both have, equal in every compared column. */
public enum Verdict {
  /** The target has a row of its key, with other values. */
  DIFFERS,
  /** The target has no row of it, and no conflict rule explains that. */
  MISSING,
  /** The conflict rule let a row stand that the target had before. */
  SKIPPED_ON_TARGET,
  /** An earlier row of the copy itself had the key. */
  SKIPPED_IN_SOURCE,
  /** The one or the other. */
  SKIPPED,
  /** Somebody changed the row of the target after the run. */
  CHANGED,
  /** The target has the row, the source has not, or not any more. */
  ONLY_ON_TARGET;

  /** Whether the conflict rule is the reason. */
  public boolean isSkipped() {
    return this == SKIPPED_ON_TARGET || this == SKIPPED_IN_SOURCE || this == SKIPPED;
  }
}
