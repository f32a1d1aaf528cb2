package io.linkspan.statement;

import io.linkspan.catalog.Column;
import io.linkspan.catalog.Key;
import io.linkspan.plan.Assignment;
import io.linkspan.plan.Comparison;
import io.linkspan.plan.CopyPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Writes the parts of {@link DifferencesQuery} that bring {@code proposed}, the rows of the source,
 * and the rows of the target together: by the pairing key, or as whole rows where there is none.
 */
final class PairedRows {
  private static final String NOTHING = "'{}'::pg_catalog.text[]";

  /** Characters of a value that are shown. */
  private static final int SHOWN = 100;

  private final CopyPlan plan;
  private final Comparison comparison;
  private final Fingerprint fingerprint;
  private final Optional<RunRows> written;

  PairedRows(
      CopyPlan plan, Comparison comparison, Fingerprint fingerprint, Optional<RunRows> written) {
    this.plan = plan;
    this.comparison = comparison;
    this.fingerprint = fingerprint;
    this.written = written;
  }

  /**
   * The CTE {@code paired}, a row for each proposed row: {@code r}, its number; {@code there},
   * whether the target has its row, with {@code ours} and {@code older} of that row's version;
   * {@code names}, the columns that differ, with {@code mine} and {@code theirs}, their values;
   * {@code nth} and {@code met} among the proposed rows of the same key.
   */
  String paired(List<Integer> buckets) {
    return comparison.pairing().isPresent() ? byKey() : wholeRows(buckets);
  }

  private String byKey() {
    List<Assignment> key = comparison.pairingColumns();
    List<String> keyValues = new ArrayList<>();
    List<String> keyNames = new ArrayList<>();
    for (int i = 0; i < key.size(); i++) {
      keyValues.add("p." + name(key.get(i)) + " AS k" + i);
      keyNames.add("k" + i);
    }
    return "paired AS MATERIALIZED (\nSELECT x.*, row_number() OVER (PARTITION BY "
        + String.join(", ", keyNames)
        + " ORDER BY r) AS nth,\n  coalesce(pg_catalog.bool_or(there AND names = "
        + NOTHING
        + ") OVER (PARTITION BY "
        + String.join(", ", keyNames)
        + "), false) AS met\nFROM (SELECT p.\"linkspan row\" AS r, "
        + String.join(", ", keyValues)
        + ", t.there, t.ours, t.older, "
        + shown(key, "p")
        + " AS keys,\n  "
        + differing(a -> "'" + a.target().name().name().replace("'", "''") + "'")
        + " AS names,\n  "
        + differing(a -> show(a.target(), "p." + name(a)))
        + " AS mine,\n  "
        + differing(a -> show(a.target(), "t." + name(a)))
        + " AS theirs\nFROM proposed AS p LEFT JOIN (SELECT true AS there, "
        + ours("u.xmin")
        + " AS ours, "
        + older("u.xmin")
        + " AS older, "
        + comparison.columns().stream().map(a -> "u." + name(a)).collect(Collectors.joining(", "))
        + " FROM "
        + plan.into().name().quoted()
        + " AS u) AS t ON "
        + sameKey()
        + ") AS x\n)";
  }

  private String wholeRows(List<Integer> buckets) {
    return "theirs AS MATERIALIZED (\nSELECT "
        + fingerprint.row(a -> "t." + name(a))
        + " AS h, count(*) AS n FROM "
        + target(buckets)
        + " GROUP BY 1\n), paired AS MATERIALIZED (\nSELECT p.r, CASE WHEN row_number() OVER"
        + " (PARTITION BY p.h ORDER BY p.r) <= coalesce(t.n, 0) THEN true END AS there,\n"
        + "  NULL::boolean AS ours, NULL::boolean AS older, p.keys, "
        + NOTHING
        + " AS names, "
        + NOTHING
        + " AS mine, "
        + NOTHING
        + " AS theirs, 1 AS nth, false AS met, p.h\nFROM (SELECT p.\"linkspan row\" AS r, "
        + fingerprint.row(a -> "p." + name(a))
        + " AS h, "
        + shown(comparison.columns(), "p")
        + " AS keys FROM proposed AS p) AS p LEFT JOIN theirs AS t ON t.h = p.h\n)";
  }

  /** Rows of the target, alias {@code t}, that no row of the source explains. */
  String onlyThere(List<Integer> buckets) {
    if (comparison.pairing().isEmpty()) {
      return "SELECT 'only', '', '', pg_catalog.sum(greatest(t.n - coalesce(m.n, 0), 0))::pg_catalog.int8,"
          + " 1, "
          + String.join(", ", List.of(NOTHING, NOTHING, NOTHING, NOTHING))
          + "\nFROM theirs AS t LEFT JOIN (SELECT h, count(*) AS n FROM paired GROUP BY h) AS m"
          + " ON m.h = t.h\nHAVING pg_catalog.sum(greatest(t.n - coalesce(m.n, 0), 0)) > 0";
    }
    return "SELECT * FROM (SELECT 'only', '', '', count(*) OVER (),\n  row_number() OVER (ORDER BY "
        + comparison.pairingColumns().stream()
            .map(a -> "t." + name(a))
            .collect(Collectors.joining(", "))
        + ") AS nth, "
        + shown(comparison.pairingColumns(), "t")
        + ", "
        + String.join(", ", List.of(NOTHING, NOTHING, NOTHING))
        + "\nFROM "
        + target(buckets)
        + " AND NOT EXISTS (SELECT FROM proposed AS p WHERE "
        + sameKey()
        + ")) AS o WHERE nth <= "
        + DifferencesQuery.SAMPLES;
  }

  private String target(List<Integer> buckets) {
    return plan.into().name().quoted()
        + " AS t WHERE "
        + fingerprint.within(buckets, a -> "t." + name(a))
        + written.map(rows -> " AND " + rows.wrote("t.xmin")).orElse("");
  }

  /** Whether a version of a row is the run's own; NULL where that cannot be told. */
  String ours(String xmin) {
    return written.map(rows -> "(" + rows.wrote(xmin) + ")").orElse("NULL::boolean");
  }

  private String older(String xmin) {
    return written.map(rows -> "(" + rows.found(xmin) + ")").orElse("NULL::boolean");
  }

  private String sameKey() {
    Key key = comparison.pairing().orElseThrow();
    List<Assignment> columns = comparison.pairingColumns();
    List<String> equal = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      equal.add(
          "t.%s %s p.%s"
              .formatted(
                  name(columns.get(i)), key.elements().get(i).equality(), name(columns.get(i))));
    }
    return String.join(" AND ", equal);
  }

  /** An array of something for each column that differs; NULL where the target has no row. */
  private String differing(Function<Assignment, String> what) {
    return "CASE WHEN t.there THEN pg_catalog.array_remove(ARRAY["
        + comparison.columns().stream()
            .map(
                a ->
                    "CASE WHEN %s IS DISTINCT FROM %s THEN %s END"
                        .formatted(whole("p", a), whole("t", a), what.apply(a)))
            .collect(Collectors.joining(", "))
        + "]::pg_catalog.text[], NULL) END";
  }

  /** A value as text; the blanks that fill up a char(n) count for nothing, as everywhere. */
  private static String whole(String alias, Assignment assignment) {
    return alias + "." + name(assignment) + "::pg_catalog.text COLLATE pg_catalog.\"C\"";
  }

  private static String shown(List<Assignment> columns, String alias) {
    return columns.stream()
        .map(a -> show(a.target(), alias + "." + name(a)))
        .collect(Collectors.joining(", ", "ARRAY[", "]::pg_catalog.text[]"));
  }

  /** The begin of a value for people, strings in quotes. */
  private static String show(Column column, String value) {
    String text = "pg_catalog.left(" + value + "::pg_catalog.text, " + SHOWN + ")";
    return "coalesce("
        + (column.type().isString() ? "pg_catalog.quote_literal(" + text + ")" : text)
        + ", 'NULL')";
  }

  private static String name(Assignment assignment) {
    return assignment.target().name().quoted();
  }
}
