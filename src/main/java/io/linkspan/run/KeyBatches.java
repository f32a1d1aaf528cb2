package io.linkspan.run;

import io.linkspan.journal.JournaledBatch;
import io.linkspan.plan.Batch;
import io.linkspan.plan.CopyPlan;
import io.linkspan.plan.Division;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Batches by ranges of a key; where one ends is asked of the source when it is handed out. */
final class KeyBatches implements Batches {
  private final CopyPlan plan;
  private final SourceSnapshot snapshot;
  private final LeadSession lead;
  private final long rows;
  private final KnownBatches known;
  private List<String> after;
  private int number;
  private boolean complete;

  /**
   * Batches that go on behind those that are known.
   *
   * @param known batches to hand out first
   * @param last the last batch that was ever laid out, if any
   */
  KeyBatches(
      CopyPlan plan,
      SourceSnapshot snapshot,
      LeadSession lead,
      List<JournaledBatch> known,
      Optional<JournaledBatch> last) {
    this.plan = plan;
    this.snapshot = snapshot;
    this.lead = lead;
    this.rows = ((Division.KeyRanges) plan.howItRuns().division()).rowsPerBatch();
    this.known = new KnownBatches(known);
    this.number = last.map(JournaledBatch::number).orElse(0);
    this.after = last.map(batch -> ((Batch.KeyRange) batch.batch()).upTo()).orElse(List.of());
    this.complete = last.isPresent() && after.isEmpty();
  }

  @Override
  public synchronized Optional<JournaledBatch> next() {
    Optional<JournaledBatch> before = known.next();
    if (before.isPresent() || complete) {
      return before;
    }
    List<String> upTo = snapshot.lastKey(plan, after, rows).orElse(List.of());
    JournaledBatch batch = KnownBatches.toDo(number + 1, new Batch.KeyRange(after, upTo));
    lead.add(List.of(batch));
    number++;
    after = upTo;
    complete = upTo.isEmpty();
    return Optional.of(batch);
  }

  @Override
  public synchronized OptionalInt total() {
    return complete ? OptionalInt.of(number) : OptionalInt.empty();
  }
}
