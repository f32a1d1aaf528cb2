package io.linkspan.statement;

import io.linkspan.catalog.Column;
import io.linkspan.pg.Literal;
import io.linkspan.plan.Batch;
import io.linkspan.plan.CopyPlan;
import io.linkspan.plan.Division;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Writes a range of keys as a condition; ordering and comparing both happen on the source. */
public final class KeyRangeText {
  private KeyRangeText() {}

  /** The condition; empty for the range of all keys. */
  static Optional<String> of(CopyPlan plan, Batch.KeyRange range) {
    List<Column> key = key(plan);
    List<String> conditions = new ArrayList<>();
    if (!range.after().isEmpty()) {
      conditions.add(row(key) + " > " + values(key, range.after()));
    }
    if (!range.upTo().isEmpty()) {
      conditions.add(row(key) + " <= " + values(key, range.upTo()));
    }
    return conditions.isEmpty() ? Optional.empty() : Optional.of(String.join(" AND ", conditions));
  }

  /**
   * A query for the source whose one row is the last key of the next range, each column as text; no
   * row where fewer rows are left than a range has.
   *
   * @param after the key after which the range begins; empty for the very first
   * @param rows of the range
   */
  public static String lastKey(CopyPlan plan, List<String> after, long rows) {
    List<Column> key = key(plan);
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < key.size(); i++) {
      texts.add(key.get(i).name().quoted() + "::pg_catalog.text AS k" + i);
    }
    String names = String.join(", ", key.stream().map(c -> c.name().quoted()).toList());
    String from = after.isEmpty() ? "" : " WHERE " + row(key) + " > " + values(key, after);
    return "SELECT "
        + String.join(", ", texts)
        + " FROM (SELECT "
        + names
        + " FROM "
        + plan.reading().label()
        + from
        + " ORDER BY "
        + names
        + " LIMIT 1 OFFSET "
        + (rows - 1)
        + ") AS last";
  }

  /** How many columns the key has. */
  public static int columns(CopyPlan plan) {
    return key(plan).size();
  }

  private static List<Column> key(CopyPlan plan) {
    return ((Division.KeyRanges) plan.howItRuns().division()).key();
  }

  private static String row(List<Column> key) {
    return "(" + String.join(", ", key.stream().map(c -> c.name().quoted()).toList()) + ")";
  }

  private static String values(List<Column> key, List<String> values) {
    List<String> typed = new ArrayList<>();
    for (int i = 0; i < key.size(); i++) {
      typed.add(Literal.quoted(values.get(i)) + "::" + key.get(i).type().name().sql());
    }
    return "(" + String.join(", ", typed) + ")";
  }
}
