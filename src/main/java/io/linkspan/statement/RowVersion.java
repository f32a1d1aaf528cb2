package io.linkspan.statement;

import io.linkspan.catalog.Heap;
import io.linkspan.plan.Batch;
import io.linkspan.plan.CopyPlan;
import java.util.List;

/**
 * Tells rows by the age of their version. {@code xmin} has 32 bits and is compared as the server
 * does, modulo 2^32: a row that was frozen long ago may be taken for a new one, never a new one for
 * an old one.
 */
public final class RowVersion {
  private RowVersion() {}

  /**
   * A condition that is true of row versions of that transaction or a later one.
   *
   * @param oldest a full transaction id, {@code xid8}
   */
  static String since(long oldest) {
    String xmin = "xmin::pg_catalog.text::pg_catalog.int8";
    return "(%s > 2 AND ((%s - %d) & 4294967295) < 2147483648)"
        .formatted(xmin, xmin, oldest & 0xFFFFFFFFL);
  }

  /**
   * A query for the source that counts the rows that a plan reads of those ranges, in {@code n}.
   */
  public static String count(CopyPlan plan, List<? extends Batch> ranges) {
    List<String> each =
        ranges.stream()
            .map(range -> "SELECT count(*) AS n FROM (" + RemoteQuery.of(plan, range) + ") AS r")
            .toList();
    return "SELECT coalesce(sum(n), 0)::pg_catalog.int8 AS n FROM ("
        + String.join("\nUNION ALL ", each)
        + ") AS c";
  }

  /** The whole of a heap, its changed rows or the others. */
  public static Batch.SinceThen all(Heap heap, long oldest, boolean changed) {
    return new Batch.SinceThen(
        new Batch.PageRange(heap.name(), 0, java.util.OptionalLong.empty()), oldest, changed);
  }
}
