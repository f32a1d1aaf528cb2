package io.linkspan.statement;

import io.linkspan.catalog.Key;
import io.linkspan.pg.Literal;
import io.linkspan.plan.Batch;
import io.linkspan.plan.CopyPlan;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes the query that tells which proposed rows clash, on which key, and with what: a row of the
 * target, or an earlier row of the copy itself. A row that clashes on several keys is told under
 * the first, in the order in which the server checks its indexes.
 *
 * <p>Its columns: {@code key}, {@code clash} ("target" or "source"), {@code total} (of that key and
 * clash), {@code nth} (from 1), then the proposed values as text.
 */
public final class ConflictsQuery {
  /** When the query is asked. */
  private enum Moment {
    BEFORE_THE_RUN,
    /** In the run's own transaction: rows that it inserted are not the target's. */
    WITHIN_THE_RUN,
    /** The same, and the row that each clashes with is told. */
    WITHIN_THE_RUN_WITH_ROWS
  }

  private ConflictsQuery() {}

  /**
   * The query that shows rows, before the run.
   *
   * @param rows how many rows of each key and clash are told; the totals count all
   */
  public static String of(CopyPlan plan, String link, long rows) {
    String values =
        String.join(
            ", ",
            plan.assignments().stream()
                .map(a -> "p." + a.target().name().quoted() + "::text")
                .toList());
    return clashes(plan, link, new Batch.All(), Moment.BEFORE_THE_RUN)
        + ", numbered AS (\nSELECT r, k, key, clash, count(*) OVER w AS total,"
        + " row_number() OVER (PARTITION BY k, clash ORDER BY r) AS nth FROM first_clash"
        + " WINDOW w AS (PARTITION BY k, clash)\n)\n"
        + "SELECT n.key, n.clash, n.total, n.nth, "
        + values
        + "\nFROM numbered AS n JOIN proposed AS p ON p.\"linkspan row\" = n.r\nWHERE n.nth <= "
        + rows
        + "\nORDER BY n.k, n.clash DESC, n.nth";
  }

  /**
   * The query that counts alone, asked in the run's own transaction after the INSERT: key, clash
   * and total.
   *
   * @param batch whose rows are read once more
   */
  public static String counts(CopyPlan plan, String link, Batch batch) {
    return clashes(plan, link, batch, Moment.WITHIN_THE_RUN)
        + "\nSELECT key, clash, count(*) AS total FROM first_clash"
        + "\nGROUP BY k, key, clash ORDER BY k, clash DESC";
  }

  /**
   * The query that tells every row, asked in the run's own transaction after the INSERT: key,
   * clash, {@code found} (whether the other row is told), then the proposed values, then those of
   * the row of the target that each clashes with, all as text.
   *
   * @param batch whose rows are read once more
   */
  public static String rows(CopyPlan plan, String link, Batch batch) {
    List<String> names = plan.assignments().stream().map(a -> a.target().name().quoted()).toList();
    String proposed =
        String.join(", ", names.stream().map(name -> "p." + name + "::text").toList());
    String there =
        String.join(", ", names.stream().map(name -> "(c.there)." + name + "::text").toList());
    return clashes(plan, link, batch, Moment.WITHIN_THE_RUN_WITH_ROWS)
        + "\nSELECT c.key, c.clash, c.clash = 'target' AS found, "
        + proposed
        + ", "
        + there
        + "\nFROM first_clash AS c JOIN proposed AS p ON p.\"linkspan row\" = c.r ORDER BY c.r";
  }

  /** The common part: a row of {@code first_clash} for each proposed row that clashes. */
  private static String clashes(CopyPlan plan, String link, Batch batch, Moment moment) {
    List<Key> keys = plan.keysAtRisk().stream().filter(key -> !key.exclusion()).toList();
    List<String> onTarget = new ArrayList<>();
    List<String> withinSource = new ArrayList<>();
    for (int i = 0; i < keys.size(); i++) {
      onTarget.add(clashOnTarget(plan, keys.get(i), i, moment));
      withinSource.add(clashWithinSource(plan, keys.get(i), i, moment));
    }
    return "WITH proposed AS MATERIALIZED (\n"
        + ProposedRows.of(plan, link, batch)
        + "\n), on_target AS MATERIALIZED (\n"
        + String.join("\nUNION ALL\n", onTarget)
        + "\n), clean AS (\n"
        + "SELECT * FROM proposed AS p WHERE NOT EXISTS"
        + " (SELECT FROM on_target AS o WHERE o.r = p.\"linkspan row\")\n"
        + "), clashes AS (\nSELECT r, k, key, 'target' AS clash"
        + (moment == Moment.WITHIN_THE_RUN_WITH_ROWS ? ", there" : "")
        + " FROM on_target\nUNION ALL\n"
        + String.join("\nUNION ALL\n", withinSource)
        + "\n), first_clash AS (\n"
        + "SELECT DISTINCT ON (r) r, k, key, clash"
        + (moment == Moment.WITHIN_THE_RUN_WITH_ROWS ? ", there" : "")
        + " FROM clashes ORDER BY r, k, clash DESC\n)";
  }

  private static String clashOnTarget(CopyPlan plan, Key key, int place, Moment moment) {
    String mine = keyed(key, "\"linkspan row\" AS r", "proposed", "");
    String notOurs =
        moment != Moment.BEFORE_THE_RUN
            ? "xmin <> pg_catalog.pg_current_xact_id()::pg_catalog.xid"
            : "";
    boolean rows = moment == Moment.WITHIN_THE_RUN_WITH_ROWS;
    String theirs =
        keyed(
            key,
            rows ? "there" : "1 AS one",
            plan.into().name().quoted() + (rows ? " AS there" : ""),
            notOurs);
    return "SELECT a.r, "
        + place
        + " AS k, "
        + Literal.quoted(key.name().name())
        + "::text AS key"
        + (rows ? ", b.there" : "")
        + " FROM ("
        + mine
        + ") AS a JOIN ("
        + theirs
        + ") AS b ON "
        + equal(key);
  }

  /** Whether the elements of {@code a} and {@code b} are one key. */
  static String equal(Key key) {
    List<String> equal = new ArrayList<>();
    for (int i = 0; i < key.elements().size(); i++) {
      String mineIsTheirs = "a.k%d %s b.k%d".formatted(i, key.elements().get(i).equality(), i);
      equal.add(
          key.nullsDistinct()
              ? mineIsTheirs
              : "(%s OR a.k%d IS NULL AND b.k%d IS NULL)".formatted(mineIsTheirs, i, i));
    }
    return String.join(" AND ", equal);
  }

  private static String clashWithinSource(CopyPlan plan, Key key, int place, Moment moment) {
    List<String> names = new ArrayList<>();
    List<String> notNull = new ArrayList<>();
    for (int i = 0; i < key.elements().size(); i++) {
      names.add("k" + i);
      notNull.add("k" + i + " IS NOT NULL");
    }
    String condition = key.nullsDistinct() ? " AND " + String.join(" AND ", notNull) : "";
    return "SELECT r, "
        + place
        + ", "
        + Literal.quoted(key.name().name())
        + "::text, 'source'"
        + (moment == Moment.WITHIN_THE_RUN_WITH_ROWS
            ? ", NULL::" + plan.into().name().quoted()
            : "")
        + " FROM (SELECT *, row_number() OVER (PARTITION BY "
        + String.join(", ", names)
        + " ORDER BY r) AS nth FROM ("
        + keyed(key, "\"linkspan row\" AS r", "clean", "")
        + ") AS a) AS b WHERE nth > 1"
        + condition;
  }

  /** The key's elements as k0, k1 and so on, of the rows that a partial index covers. */
  static String keyed(Key key, String first, String from, String condition) {
    List<String> items = new ArrayList<>(List.of(first));
    for (int i = 0; i < key.elements().size(); i++) {
      items.add("(" + key.elements().get(i).expression() + ") AS k" + i);
    }
    List<String> conditions = new ArrayList<>();
    key.predicate().ifPresent(predicate -> conditions.add("(" + predicate + ")"));
    if (!condition.isEmpty()) {
      conditions.add(condition);
    }
    return "SELECT "
        + String.join(", ", items)
        + " FROM "
        + from
        + (conditions.isEmpty() ? "" : " WHERE " + String.join(" AND ", conditions));
  }
}
