package io.linkspan.verify;

import io.linkspan.connection.Row;
import io.linkspan.statement.DifferencesQuery;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Gathers what several {@link DifferencesQuery queries} tell of some buckets each. */
final class Findings {
  private record Kind(Verdict verdict, String key) {}

  private final Map<Kind, RowGroup> groups = new LinkedHashMap<>();
  private final Map<String, Long> columns = new TreeMap<>();

  /** Takes one row of a query in. */
  boolean add(Row row) {
    String kind = row.text("kind");
    String key = row.text("key");
    long total = row.number("total");
    if (kind.equals("column")) {
      columns.merge(key, total, Long::sum);
      return true;
    }
    RowSample sample =
        new RowSample(
            row.texts("keys"), row.texts("names"), row.texts("mine"), row.texts("theirs"));
    // Each row of a group tells the whole count; only the first of them may add it.
    long rows = row.number("nth") == 1 ? total : 0;
    Kind known = new Kind(verdict(kind, row.text("clash")), key);
    groups.merge(known, group(known, rows, sample), Findings::joined);
    return true;
  }

  private static RowGroup group(Kind kind, long rows, RowSample sample) {
    List<RowSample> samples = sample.key().isEmpty() ? List.of() : List.of(sample);
    return new RowGroup(kind.verdict(), kind.key(), rows, samples);
  }

  private static RowGroup joined(RowGroup one, RowGroup more) {
    List<RowSample> samples = new ArrayList<>(one.samples());
    more.samples().stream()
        .limit(Math.max(0, DifferencesQuery.SAMPLES - samples.size()))
        .forEach(samples::add);
    return new RowGroup(one.verdict(), one.key(), one.rows() + more.rows(), samples);
  }

  private static Verdict verdict(String kind, String clash) {
    return switch (kind) {
      case "differs" -> Verdict.DIFFERS;
      case "missing" -> Verdict.MISSING;
      case "changed" -> Verdict.CHANGED;
      case "only" -> Verdict.ONLY_ON_TARGET;
      case "skipped" ->
          switch (clash) {
            case "target" -> Verdict.SKIPPED_ON_TARGET;
            case "source" -> Verdict.SKIPPED_IN_SOURCE;
            default -> Verdict.SKIPPED;
          };
      default -> throw new IllegalStateException("unknown kind " + kind);
    };
  }

  /** The groups, the gravest verdict first. */
  List<RowGroup> groups() {
    return groups.values().stream().sorted((a, b) -> a.verdict().compareTo(b.verdict())).toList();
  }

  Map<String, Long> columns() {
    return columns;
  }
}
