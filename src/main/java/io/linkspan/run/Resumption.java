package io.linkspan.run;

import io.linkspan.catalog.Heap;
import io.linkspan.catalog.Key;
import io.linkspan.journal.JournaledBatch;
import io.linkspan.journal.JournaledRun;
import io.linkspan.pg.ErrorFields;
import io.linkspan.pg.UserException;
import io.linkspan.plan.Batch;
import io.linkspan.plan.ConflictAction;
import io.linkspan.plan.CopyPlan;
import io.linkspan.plan.Division;
import io.linkspan.statement.RowVersion;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What is left of a run, read at another moment of the source than the run began at. Ranges of a
 * key are simply read as they are now. A row that was changed has another place, so ranges of pages
 * are read without the rows that are newer than the run's snapshot; those are read last, from all
 * pages, where none of them can have been copied before or a key skips the ones that were.
 */
final class Resumption {
  private final CopyPlan plan;
  private final SourceSnapshot snapshot;
  private final LeadSession lead;
  private final JournaledRun run;
  private final RunProgress progress;

  Resumption(
      CopyPlan plan,
      SourceSnapshot snapshot,
      LeadSession lead,
      JournaledRun run,
      RunProgress progress) {
    this.plan = plan;
    this.snapshot = snapshot;
    this.lead = lead;
    this.run = run;
    this.progress = progress;
  }

  /**
   * The batches to copy.
   *
   * @throws UserException where it cannot be told which rows were copied before
   */
  Batches batches() {
    List<JournaledBatch> all = lead.batches();
    List<JournaledBatch> left = all.stream().filter(b -> b.xid().isEmpty()).toList();
    if (plan.howItRuns().division() instanceof Division.KeyRanges) {
      progress.remark(
          "The rest is read as the source is now; a key range that is copied is not read again.");
      Optional<JournaledBatch> last =
          all.stream().max(Comparator.comparingInt(JournaledBatch::number));
      return new KeyBatches(plan, snapshot, lead, left, last);
    }
    return new KnownBatches(byPages(all));
  }

  private List<JournaledBatch> byPages(List<JournaledBatch> all) {
    if (!snapshot.files().equals(run.entry().sourceFiles())) {
      throw refused(
          "the source table was rewritten since run %d began".formatted(run.number()),
          "Its rows lie in other pages now, so that the rest cannot be told.");
    }
    long oldest = oldest();
    List<Batch.SinceThen> changed =
        snapshot.heaps().stream().map(heap -> RowVersion.all(heap, oldest, true)).toList();
    long newer = changed.isEmpty() ? 0 : snapshot.count(RowVersion.count(plan, changed));
    if (newer > 0 && !keyTellsThemApart()) {
      requireNoneCopied(all, oldest, newer);
    }
    List<JournaledBatch> batches = new ArrayList<>();
    for (JournaledBatch each : all) {
      if (each.xid().isEmpty() && each.batch() instanceof Batch.PageRange pages) {
        batches.add(KnownBatches.toDo(each.number(), new Batch.SinceThen(pages, oldest, false)));
      }
    }
    progress.remark(
        newer == 0
            ? "The source's rows are as they were when run %d began.".formatted(run.number())
            : "%d rows of the source were added or changed since run %d began; they are proposed as they are now, and of those copied before the conflict rule decides; verify compares them."
                .formatted(newer, run.number()));
    lead.dropChanged();
    batches.addAll(newer == 0 ? List.of() : changedRows(all, oldest));
    return batches;
  }

  private List<JournaledBatch> changedRows(List<JournaledBatch> all, long oldest) {
    int first = all.stream().mapToInt(JournaledBatch::number).max().orElse(0) + 1;
    long pages = ((Division.Pages) plan.howItRuns().division()).pagesPerBatch();
    List<Heap> heaps = snapshot.heaps();
    List<JournaledBatch> batches =
        KnownBatches.pages(heaps, pages, first).stream()
            .map(
                batch ->
                    KnownBatches.toDo(
                        batch.number(),
                        new Batch.SinceThen((Batch.PageRange) batch.batch(), oldest, true)))
            .toList();
    lead.add(batches);
    return batches;
  }

  /** The oldest transaction that was in progress when the run began. */
  private long oldest() {
    String text = run.entry().snapshot().orElseThrow();
    return Long.parseLong(text.substring(0, text.indexOf(':')));
  }

  /** Whether a row that is proposed a second time is skipped, or updates its own copy. */
  private boolean keyTellsThemApart() {
    if (plan.conflict() instanceof ConflictAction.Update) {
      return true;
    }
    return plan.conflict() instanceof ConflictAction.Skip skip
        && plan.into().keys().stream()
            .filter(
                key -> skip.target().isEmpty() || skip.arbiter().filter(key::equals).isPresent())
            .anyMatch(this::alwaysCompares);
  }

  private boolean alwaysCompares(Key key) {
    return key.immediate()
        && !key.exclusion()
        && key.predicate().isEmpty()
        && key.columns()
            .filter(
                names ->
                    names.stream()
                        .allMatch(
                            name ->
                                plan.assignment(name)
                                    .filter(a -> a.target().notNull() && !a.from().isEmpty())
                                    .isPresent()))
            .isPresent();
  }

  /**
   * Without a key, newer rows may be copied where every row of the copied ranges is still there as
   * it was: then no newer row can be another version of one that was copied.
   */
  private void requireNoneCopied(List<JournaledBatch> all, long oldest, long newer) {
    List<Batch.SinceThen> done = new ArrayList<>();
    long read = 0;
    for (JournaledBatch each : all) {
      if (each.xid().isPresent()) {
        read += each.counts().read();
        if (each.batch() instanceof Batch.PageRange pages) {
          done.add(new Batch.SinceThen(pages, oldest, false));
        } else if (each.counts().read() > 0) {
          throw ambiguous(newer);
        }
      }
    }
    if (!done.isEmpty() && snapshot.count(RowVersion.count(plan, done)) != read) {
      throw ambiguous(newer);
    }
  }

  private UserException ambiguous(long newer) {
    return refused(
        "%d rows of the source were added or changed since run %d began"
            .formatted(newer, run.number()),
        "Rows that were copied are among the changed ones, and no key tells which.");
  }

  private UserException refused(String what, String why) {
    return new UserException(
        UserException.Kind.CHECK,
        ErrorFields.of(what)
            .withDetail(why)
            .withHint(
                "Take back what is there, and run anew: undo %d; run".formatted(run.number())));
  }
}
