package io.linkspan.verify;

import io.linkspan.plan.Comparison;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;

/**
 * What a comparison of source and target found.
 *
 * @param run the run in the journal whose rows were looked for; empty where none is known
 * @param unfinished whether that run was interrupted before all was copied
 * @param rows rows of the source, those that DISTINCT dropped not among them
 * @param groups the rows that are not equal on both sides
 * @param columns how many rows differ in each column
 */
public record Verification(
    Comparison comparison,
    OptionalLong run,
    boolean unfinished,
    long rows,
    List<RowGroup> groups,
    Map<String, Long> columns,
    Duration elapsed) {
  public Verification {
    groups = List.copyOf(groups);
    columns = Collections.unmodifiableMap(new TreeMap<>(columns));
  }

  /** Rows of one verdict, whatever the key. */
  public long count(Verdict verdict) {
    return groups.stream()
        .filter(group -> group.verdict() == verdict)
        .mapToLong(RowGroup::rows)
        .sum();
  }

  /** Rows that the conflict rule explains. */
  public long skipped() {
    return groups.stream()
        .filter(group -> group.verdict().isSkipped())
        .mapToLong(RowGroup::rows)
        .sum();
  }

  /** Rows of the source that the target has, equal in every compared column. */
  public long equal() {
    return rows
        - count(Verdict.DIFFERS)
        - count(Verdict.MISSING)
        - count(Verdict.CHANGED)
        - skipped();
  }

  /** Whether a row of the source did not arrive as it is. */
  public boolean foundDifference() {
    return count(Verdict.DIFFERS) + count(Verdict.MISSING) > 0;
  }

  /** Rows compared a second; 0 where no time passed. */
  public long rowsPerSecond() {
    double seconds = elapsed.toNanos() / 1e9;
    return seconds <= 0 ? 0 : Math.round(rows / seconds);
  }
}
