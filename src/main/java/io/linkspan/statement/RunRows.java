package io.linkspan.statement;

import java.util.Comparator;
import java.util.List;

/**
 * The rows of a table that known transactions wrote, told by their {@code xmin}.
 *
 * @param xids the transactions' full ids; at least one
 * @param last those of them that are the last run's: what is older was there when it ran
 */
public record RunRows(List<String> xids, List<String> last) {
  public RunRows {
    xids = List.copyOf(xids);
    last = last.isEmpty() ? xids : List.copyOf(last);
    if (xids.isEmpty()
        || !xids.containsAll(last)
        || xids.stream().anyMatch(xid -> !xid.matches("\\d{1,20}"))) {
      throw new IllegalArgumentException("no transaction ids: " + xids);
    }
  }

  /** A condition that a row version is of one of them. */
  String wrote(String xmin) {
    return xmin
        + " IN (SELECT x::pg_catalog.xid FROM pg_catalog.unnest('{"
        + String.join(",", xids)
        + "}'::pg_catalog.xid8[]) AS x)";
  }

  /** The rows of one run. */
  public static RunRows of(List<String> xids) {
    return new RunRows(xids, xids);
  }

  /** A condition that a row version is of none of them, and was there when the last run began. */
  String found(String xmin) {
    String first = last.stream().min(Comparator.comparing(Long::parseUnsignedLong)).orElseThrow();
    String older =
        "pg_catalog.age(%s) OPERATOR(pg_catalog.>) pg_catalog.age('%s'::pg_catalog.xid8::pg_catalog.xid)"
            .formatted(xmin, first);
    return last.size() == xids.size() ? older : older + " AND NOT " + wrote(xmin);
  }
}
