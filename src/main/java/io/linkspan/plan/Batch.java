package io.linkspan.plan;

import io.linkspan.pg.QualifiedName;
import java.util.List;
import java.util.OptionalLong;

/** What one INSERT of a run reads. */
public sealed interface Batch {
  /** Everything. */
  record All() implements Batch {}

  /**
   * Pages of one heap.
   *
   * @param from the first page, counted from 0
   * @param before the page after the last one; empty for the end of the heap, wherever that is then
   */
  record PageRange(QualifiedName heap, long from, OptionalLong before) implements Batch {}

  /**
   * Of a range of pages, the rows that are as they were when a run that is resumed took its
   * snapshot, or those that are not.
   *
   * @param oldest the oldest transaction that was in progress then, as {@code xid8}
   * @param changed whether those are read whose version is of that transaction or a later one
   */
  record SinceThen(PageRange pages, long oldest, boolean changed) implements Batch {}

  /**
   * Rows by their key, each value as the source writes it.
   *
   * @param after the key after which the range begins, itself not in it; empty for the very first
   * @param upTo the last key in the range; empty for the end
   */
  record KeyRange(List<String> after, List<String> upTo) implements Batch {
    public KeyRange {
      after = List.copyOf(after);
      upTo = List.copyOf(upTo);
    }
  }

  /** The next rows of the cursor. */
  record Fetch(long rows) implements Batch {}

  /**
   * The first of the division's batches, to show what each of them looks like; everything where the
   * first range is known only on the source.
   */
  static Batch sample(CopyPlan plan) {
    Division division = plan.howItRuns().division();
    if (division instanceof Division.Pages pages && plan.reading() instanceof Reading.OfTable of) {
      return new PageRange(
          of.table().heaps().get(0).name(), 0, OptionalLong.of(pages.pagesPerBatch()));
    }
    return division instanceof Division.Fetches fetches
        ? new Fetch(fetches.rowsPerFetch())
        : new All();
  }
}
