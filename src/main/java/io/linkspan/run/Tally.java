package io.linkspan.run;

import io.linkspan.plan.ConflictAction;
import io.linkspan.plan.CopyPlan;
import io.linkspan.request.Distinct;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
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

  static Tally of(CopyPlan plan, InsertCounts counts, Optional<TriggerCounts.Written> written) {
    boolean update = plan.conflict() instanceof ConflictAction.Update;
    boolean distinct = !(plan.distinct() instanceof Distinct.None);
    long toUpdate = update ? counts.conflicting() - counts.conflictingLeftAlone() : 0;
    long inserted = written.map(TriggerCounts.Written::inserted).orElse(counts.inserted());
    long updated = update ? written.map(TriggerCounts.Written::updated).orElse(toUpdate) : 0;
    long dropped = counts.inserted() - inserted + toUpdate - updated;
    return new Tally(
        counts.read(),
        // An expression may make several rows of one.
        distinct ? Math.max(0, counts.read() - counts.proposed()) : 0,
        inserted,
        updated,
        counts.conflicting() - toUpdate,
        written.isPresent() ? OptionalLong.of(dropped) : OptionalLong.empty(),
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
