package io.linkspan.run;

import io.linkspan.journal.BatchCounts;
import io.linkspan.plan.ConflictAction;
import io.linkspan.plan.CopyPlan;
import io.linkspan.request.Distinct;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** The rows of a run by what became of them. */
record Tally(
    long read,
    long duplicates,
    long inserted,
    long updated,
    long skipped,
    OptionalLong droppedByTrigger,
    List<Receipt.SkippedBy> keys) {

  static final Tally NOTHING = new Tally(0, 0, 0, 0, 0, OptionalLong.empty(), List.of());

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

  /** Both together; a key that both tell of is told once. */
  Tally plus(Tally other) {
    Map<List<Object>, Receipt.SkippedBy> byKey = new LinkedHashMap<>();
    Stream.concat(keys.stream(), other.keys.stream())
        .forEach(
            by ->
                byKey.merge(
                    List.of(by.key(), by.clash()),
                    by,
                    (a, b) -> new Receipt.SkippedBy(a.key(), a.clash(), a.rows() + b.rows())));
    boolean told = droppedByTrigger.isPresent() || other.droppedByTrigger.isPresent();
    long dropped = droppedByTrigger.orElse(0) + other.droppedByTrigger.orElse(0);
    return new Tally(
        read + other.read,
        duplicates + other.duplicates,
        inserted + other.inserted,
        updated + other.updated,
        skipped + other.skipped,
        told ? OptionalLong.of(dropped) : OptionalLong.empty(),
        List.copyOf(byKey.values()));
  }

  /** What the journal knows of a run, in which several processes may have had a part. */
  static Tally of(BatchCounts counts, Map<String, Long> skippedBy, Tally here) {
    return new Tally(
        counts.read(),
        counts.duplicates(),
        counts.inserted(),
        counts.updated(),
        counts.skipped(),
        counts.dropped() > 0 ? OptionalLong.of(counts.dropped()) : here.droppedByTrigger,
        skippedBy.entrySet().stream()
            .map(key -> new Receipt.SkippedBy(key.getKey(), Receipt.Clash.EITHER, key.getValue()))
            .toList());
  }

  /** The skipped rows by key alone, whatever they clash with. */
  Map<String, Long> skippedBy() {
    Map<String, Long> byKey = new LinkedHashMap<>();
    keys.forEach(by -> byKey.merge(by.key(), by.rows(), Long::sum));
    return byKey;
  }

  /** As the journal keeps it. */
  BatchCounts counts() {
    return new BatchCounts(
        read, duplicates, inserted, updated, skipped, droppedByTrigger.orElse(0));
  }

  Receipt receipt(
      boolean dry, List<Receipt.SequenceMoved> sequences, Duration elapsed, Receipt.Pieces pieces) {
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
        elapsed,
        pieces);
  }
}
