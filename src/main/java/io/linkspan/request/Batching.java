package io.linkspan.request;

/** What {@code batch} asked for. */
public sealed interface Batching {
  /** Batches of about that many rows, each a transaction of its own. */
  record Rows(long rows) implements Batching {
    public Rows {
      if (rows < 1) {
        throw new IllegalArgumentException("a batch of " + rows + " rows");
      }
    }
  }

  /** One statement in one transaction. */
  record Off() implements Batching {}
}
