package io.linkspan.statement;

import java.util.Comparator;
import java.util.List;

/**
 * The rows of a table that known transactions wrote, told by their {@code xmin}.
 *
 * @param xids the transactions' full ids; at least one
 */
public record RunRows(List<String> xids) {
  public RunRows {
    xids = List.copyOf(xids);
    if (xids.isEmpty() || xids.stream().anyMatch(xid -> !xid.matches("\\d{1,20}"))) {
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

  /** A condition that a row version is older than the first of them. */
  String olderThanAll(String xmin) {
    String first = xids.stream().min(Comparator.comparing(Long::parseUnsignedLong)).orElseThrow();
    return "pg_catalog.age(%s) OPERATOR(pg_catalog.>) pg_catalog.age('%s'::pg_catalog.xid8::pg_catalog.xid)"
        .formatted(xmin, first);
  }
}
