package io.linkspan.undo;

import io.linkspan.catalog.Deletion;
import io.linkspan.journal.JournaledRun;

/**
 * What undoing a run would do.
 *
 * @param rows that the run inserted and that are as it inserted them: they would go
 * @param deletion what removing them would set off
 */
public record UndoPreview(JournaledRun run, long rows, Deletion deletion) {
  /** Rows that the run inserted and that were changed or deleted since: they stay as they are. */
  public long changedSince() {
    return Math.max(0, run.counts().inserted() - rows);
  }
}
