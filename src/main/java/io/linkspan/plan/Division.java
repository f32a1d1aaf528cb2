package io.linkspan.plan;

import io.linkspan.catalog.Column;
import java.util.List;

/** Into which pieces a copy is cut, and how many of them are copied at a time. */
public sealed interface Division {
  /** One statement in one transaction. */
  record Whole() implements Division {}

  /**
   * Ranges of pages of every heap of the source table, told by {@code ctid}; each batch is a
   * transaction of its own.
   *
   * @param pagesPerBatch pages of one batch, at least 1
   * @param rowsPerBatch about how many rows they hold
   */
  record Pages(long pagesPerBatch, long rowsPerBatch, int workers) implements Division {}

  /**
   * Ranges of a unique key of the source table whose columns are all NOT NULL; each batch is a
   * transaction of its own.
   *
   * @param key the key's columns, in its order
   */
  record KeyRanges(List<Column> key, long rowsPerBatch, int workers) implements Division {
    public KeyRanges {
      key = List.copyOf(key);
    }
  }

  /**
   * One cursor on the source, fetched piece by piece in one transaction of the target: it reads any
   * query, and everything is there afterwards or nothing.
   *
   * @param rowsPerFetch the most that one FETCH asks for
   */
  record Fetches(long rowsPerFetch) implements Division {}

  /** The same pieces, read through one cursor in one transaction. */
  static Division inOneTransaction(Division division) {
    if (division instanceof Pages pages) {
      return new Fetches(pages.rowsPerBatch());
    }
    return division instanceof KeyRanges ranges ? new Fetches(ranges.rowsPerBatch()) : division;
  }

  /** How many sessions copy at a time. */
  default int workers() {
    if (this instanceof Pages pages) {
      return pages.workers();
    }
    return this instanceof KeyRanges ranges ? ranges.workers() : 1;
  }

  /** Whether every batch is a transaction of its own, so that a run may end half-way. */
  default boolean commitsBatches() {
    return this instanceof Pages || this instanceof KeyRanges;
  }
}
