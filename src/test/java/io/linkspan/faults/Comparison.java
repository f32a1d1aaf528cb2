package io.linkspan.faults;

import io.linkspan.sandbox.Access;
import io.linkspan.testing.Jdbc;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The rows of two queries, on two servers, as multisets. */
final class Comparison {
  private Comparison() {}

  /** How many rows a query gives, and a digest of them that does not depend on their order. */
  static String digest(Access access, String query) {
    return Jdbc.query(
            access,
            "SELECT count(*), md5(string_agg(m, '' ORDER BY m))"
                + " FROM (SELECT md5(q::text) COLLATE \"C\" AS m FROM ("
                + query
                + ") AS q) AS digests")
        .get(0);
  }

  /** What is wrong with the rows that arrived; empty where they are those that were expected. */
  static String difference(Access from, String expected, Access to, String arrived) {
    if (digest(from, expected).equals(digest(to, arrived))) {
      return "";
    }
    Map<String, Integer> counts = new HashMap<>();
    rows(from, expected).forEach(row -> counts.merge(row, -1, Integer::sum));
    rows(to, arrived).forEach(row -> counts.merge(row, 1, Integer::sum));
    List<String> lost =
        counts.keySet().stream().filter(row -> counts.get(row) < 0).sorted().toList();
    List<String> more =
        counts.keySet().stream().filter(row -> counts.get(row) > 0).sorted().toList();
    return "%d rows lost%s, %d twice or strange%s"
        .formatted(lost.size(), some(lost), more.size(), some(more));
  }

  private static List<String> rows(Access access, String query) {
    return Jdbc.query(access, "SELECT q.id, md5(q::text) FROM (" + query + ") AS q");
  }

  private static String some(List<String> rows) {
    return rows.isEmpty()
        ? ""
        : " (ids " + rows.stream().limit(5).map(row -> row.split("\\|", 2)[0]).toList() + ")";
  }
}
