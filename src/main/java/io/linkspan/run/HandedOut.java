package io.linkspan.run;

import io.linkspan.journal.JournaledBatch;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** Batches that are remembered as they were handed out, should one have to be copied again. */
final class HandedOut implements Batches {
  private final Batches batches;
  private final Map<Integer, JournaledBatch> byNumber = new HashMap<>();

  HandedOut(Batches batches) {
    this.batches = batches;
  }

  @Override
  public synchronized Optional<JournaledBatch> next() {
    Optional<JournaledBatch> batch = batches.next();
    batch.ifPresent(each -> byNumber.put(each.number(), each));
    return batch;
  }

  @Override
  public OptionalInt total() {
    return batches.total();
  }

  /** The batches of those numbers, as they were handed out. */
  synchronized List<JournaledBatch> again(List<JournaledBatch> left) {
    return left.stream().map(each -> byNumber.getOrDefault(each.number(), each)).toList();
  }
}
