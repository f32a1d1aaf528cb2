package io.linkspan.verify;

import io.linkspan.catalog.Table;
import io.linkspan.plan.CopyPlan;
import io.linkspan.plan.Reading;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/**
 * Into how many pieces the work is cut.
 *
 * @param expectedRows about how many rows the source has; empty where nobody knows
 * @param buckets a power of two
 * @param rowsPerFetch the most that one FETCH asks for
 */
record Sizes(OptionalLong expectedRows, int buckets, long rowsPerFetch) {
  private static final long ROWS_PER_BUCKET = 1_000;
  private static final int FEWEST = 64;
  private static final int MOST = 65_536;

  /** Bytes of the rows of one FETCH, which libpq holds in about five times their size. */
  private static final long BYTES_PER_FETCH = 4L << 20;

  /** What a row is taken to need where no statistics tell. */
  private static final long ROW_BYTES = 1_000;

  /** Rows that are looked into at once: their texts fit into the memory of a query. */
  private static final long ROWS_PER_PART = 50_000;

  /** The most reads of the source that rows which differ may cost. */
  private static final int PARTS = 20;

  static Sizes of(CopyPlan plan) {
    OptionalLong rows = OptionalLong.empty();
    long rowBytes = ROW_BYTES;
    if (plan.reading() instanceof Reading.OfTable of && of.table().estimatedRows() > 0) {
      Table table = of.table();
      rows = OptionalLong.of(table.estimatedRows());
      rowBytes = Math.max(16, table.bytes() / table.estimatedRows());
    }
    long guess = Math.max(rows.orElse(0), plan.into().estimatedRows());
    long wanted = Math.min(MOST, Math.max(FEWEST, guess / ROWS_PER_BUCKET));
    long perFetch = Math.min(20_000, Math.max(50, BYTES_PER_FETCH / rowBytes));
    return new Sizes(rows, (int) Long.highestOneBit(wanted), perFetch);
  }

  /** The buckets that differ in parts, each to be looked into by one query. */
  static List<List<Integer>> parts(List<Integer> differing, BucketSums source, BucketSums target) {
    long all = differing.stream().mapToLong(b -> rows(b, source, target)).sum();
    long most = Math.max(ROWS_PER_PART, all / PARTS);
    List<List<Integer>> parts = new ArrayList<>();
    List<Integer> part = new ArrayList<>();
    long rows = 0;
    for (int bucket : differing) {
      if (!part.isEmpty() && rows + rows(bucket, source, target) > most) {
        parts.add(part);
        part = new ArrayList<>();
        rows = 0;
      }
      part.add(bucket);
      rows += rows(bucket, source, target);
    }
    if (!part.isEmpty()) {
      parts.add(part);
    }
    return parts;
  }

  private static long rows(int bucket, BucketSums source, BucketSums target) {
    return Math.max(source.rowsIn(bucket), target.rowsIn(bucket));
  }
}
