package io.linkspan.verify;

import io.linkspan.connection.Row;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/** The rows and the sums of their hashes, bucket by bucket, of one side. */
final class BucketSums {
  private final long[] rows;
  private final long[] sums;

  BucketSums(int buckets) {
    rows = new long[buckets];
    sums = new long[buckets];
  }

  /**
   * Adds a row of a {@link io.linkspan.statement.ChecksumQuery}; gives how many rows it told of.
   */
  long add(Row row) {
    int bucket = Math.toIntExact(row.number("b"));
    rows[bucket] += row.number("n");
    // What does not fit into 64 bits is cut off on both sides alike.
    sums[bucket] += new BigInteger(row.text("s")).longValue();
    return row.number("n");
  }

  /** All rows. */
  long total() {
    long total = 0;
    for (long each : rows) {
      total += each;
    }
    return total;
  }

  /** The buckets that the other side does not have alike. */
  List<Integer> differing(BucketSums other) {
    List<Integer> differing = new ArrayList<>();
    for (int i = 0; i < rows.length; i++) {
      if (rows[i] != other.rows[i] || sums[i] != other.sums[i]) {
        differing.add(i);
      }
    }
    return differing;
  }

  /** The rows in a bucket. */
  long rowsIn(int bucket) {
    return rows[bucket];
  }
}
