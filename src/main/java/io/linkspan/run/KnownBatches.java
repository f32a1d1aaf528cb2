package io.linkspan.run;

import io.linkspan.catalog.Heap;
import io.linkspan.journal.BatchCounts;
import io.linkspan.journal.JournaledBatch;
import io.linkspan.plan.Batch;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Queue;

/** Batches that are all known before the first is copied. */
final class KnownBatches implements Batches {
  private final Queue<JournaledBatch> left;
  private final int total;

  KnownBatches(List<JournaledBatch> batches) {
    left = new ArrayDeque<>(batches);
    total = batches.size();
  }

  /**
   * The ranges of all heaps. The last of a heap has no end, so that no row can lie behind it.
   *
   * @param first the number of the first batch
   */
  static List<JournaledBatch> pages(List<Heap> heaps, long pagesPerBatch, int first) {
    List<JournaledBatch> batches = new ArrayList<>();
    for (Heap heap : heaps) {
      long from = 0;
      do {
        long before = from + pagesPerBatch;
        boolean last = before >= heap.pages();
        batches.add(
            toDo(
                first + batches.size(),
                new Batch.PageRange(
                    heap.name(), from, last ? OptionalLong.empty() : OptionalLong.of(before))));
        from = before;
      } while (from < heap.pages());
    }
    return batches;
  }

  static JournaledBatch toDo(int number, Batch batch) {
    return new JournaledBatch(number, batch, Optional.empty(), BatchCounts.NONE);
  }

  @Override
  public synchronized Optional<JournaledBatch> next() {
    return Optional.ofNullable(left.poll());
  }

  @Override
  public OptionalInt total() {
    return OptionalInt.of(total);
  }
}
