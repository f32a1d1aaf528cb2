package io.linkspan.run;

import io.linkspan.plan.ConflictAction;
import io.linkspan.plan.CopyPlan;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;

/** The rows of a run by what became of them. */
record Tally(
    long read,
    long duplicates,
    long inserted,
    long updated,
    long skipped,
    OptionalLong droppedByTrigger,
    List<Receipt.SkippedBy> keys) {

  Tally {
    keys = List.copyOf(keys);
  }

  static Tally of(CopyPlan plan, InsertCounts counts, OptionalLong reallyInserted) {
    boolean update = plan.conflict() instanceof ConflictAction.Update;
    long updated = update ? counts.conflicting() - counts.conflictingLeftAlone() : 0;
    long inserted = reallyInserted.orElse(counts.inserted());
    return new Tally(
        counts.read(),
        counts.read() - counts.proposed(),
        inserted,
        updated,
        counts.conflicting() - updated,
        reallyInserted.isPresent()
            ? OptionalLong.of(counts.inserted() - inserted)
            : OptionalLong.empty(),
        List.of());
  }

  Tally withKeys(List<Receipt.SkippedBy> found) {
    return new Tally(read, duplicates, inserted, updated, skipped, droppedByTrigger, found);
  }

  Receipt receipt(boolean dry, List<Receipt.SequenceMoved> sequences, Duration elapsed) {
    return new Receipt(
        dry,
        read,
        duplicates,
        inserted,
        updated,
        skipped,
        keys,
        droppedByTrigger,
        sequences,
        elapsed);
  }
}
