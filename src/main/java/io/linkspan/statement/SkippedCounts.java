package io.linkspan.statement;

import io.linkspan.catalog.Column;
import io.linkspan.catalog.Key;
import io.linkspan.catalog.Table;
import io.linkspan.plan.Batch;
import io.linkspan.plan.CopyPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Writes a query that counts by key the rows of a batch that were skipped, quicker than {@link
 * ConflictsQuery}: asked in the batch's own transaction after the INSERT, it looks only for the
 * keys of rows that the transaction has not inserted. A row that an equal one of the same batch
 * stands in for is not seen, so that its counts may fall short of the rows skipped.
 */
public final class SkippedCounts {
  private static final String OURS = "pg_catalog.pg_current_xact_id()::pg_catalog.xid";

  private final CopyPlan plan;
  private final List<Key> keys;

  private SkippedCounts(CopyPlan plan, List<Key> keys) {
    this.plan = plan;
    this.keys = keys;
  }

  /** The keys that the query tells apart, in the order of their numbers. */
  public static List<Key> keys(CopyPlan plan) {
    return plan.keysAtRisk().stream().filter(key -> !key.exclusion()).toList();
  }

  /**
   * The query: {@code k}, the place of a key among {@link #keys} or NULL, and {@code total}; empty
   * where no key tells the rows that were inserted.
   */
  public static Optional<String> of(CopyPlan plan, String link, Batch batch) {
    SkippedCounts counts = new SkippedCounts(plan, keys(plan));
    boolean table =
        plan.into().kind() == Table.Kind.TABLE
            || plan.into().kind() == Table.Kind.PARTITIONED_TABLE;
    return counts.keys.stream()
        .filter(key -> table && counts.everyRowHas(key))
        .findFirst()
        .map(key -> counts.query(link, batch, counts.keys.indexOf(key)));
  }

  private boolean everyRowHas(Key key) {
    return key.predicate().isEmpty()
        && key.columns()
            .filter(
                names ->
                    names.stream()
                        .allMatch(
                            name ->
                                plan.into().column(name).filter(Column::notNull).isPresent()
                                    && plan.assignment(name).isPresent()))
            .isPresent();
  }

  private String query(String link, Batch batch, int telling) {
    List<String> mine = new ArrayList<>();
    StringBuilder cases = new StringBuilder();
    for (int k = 0; k < keys.size(); k++) {
      Key key = keys.get(k);
      for (int i = 0; i < key.elements().size(); i++) {
        mine.add("(%s) AS k%d_%d".formatted(key.elements().get(i).expression(), k, i));
      }
      String covered = "";
      if (key.predicate().isPresent()) {
        mine.add("(%s) AS p%d".formatted(key.predicate().orElseThrow(), k));
        covered = "m.p" + k + " AND ";
      }
      cases.append(" WHEN ").append(covered).append(there(k, "")).append(" THEN ").append(k);
    }
    return "WITH proposed AS MATERIALIZED (\n"
        + ProposedRows.of(plan, link, batch)
        + "\n), mine AS MATERIALIZED (SELECT "
        + String.join(", ", mine)
        + " FROM proposed), skipped AS MATERIALIZED (SELECT * FROM mine AS m WHERE NOT "
        + there(telling, "xmin = " + OURS)
        + "), told AS (SELECT CASE"
        + cases
        + " END AS k FROM skipped AS m)\n"
        + "SELECT k, count(*) AS total FROM told GROUP BY k ORDER BY k";
  }

  /** Whether the target has a row with the key of {@code m}. */
  private String there(int k, String condition) {
    Key key = keys.get(k);
    List<String> items = new ArrayList<>();
    List<String> equal = new ArrayList<>();
    for (int i = 0; i < key.elements().size(); i++) {
      Key.Element element = key.elements().get(i);
      items.add("(%s) AS b%d".formatted(element.expression(), i));
      String same = "b.b%d %s m.k%d_%d".formatted(i, element.equality(), k, i);
      equal.add(
          key.nullsDistinct()
              ? same
              : "(%s OR b.b%d IS NULL AND m.k%d_%d IS NULL)".formatted(same, i, k, i));
    }
    List<String> where = new ArrayList<>();
    key.predicate().ifPresent(predicate -> where.add("(" + predicate + ")"));
    if (!condition.isEmpty()) {
      where.add(condition);
    }
    return "EXISTS (SELECT FROM (SELECT "
        + String.join(", ", items)
        + " FROM "
        + plan.into().name().quoted()
        + (where.isEmpty() ? "" : " WHERE " + String.join(" AND ", where))
        + ") AS b WHERE "
        + String.join(" AND ", equal)
        + ")";
  }
}
