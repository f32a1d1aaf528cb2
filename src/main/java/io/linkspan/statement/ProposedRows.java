package io.linkspan.statement;

import io.linkspan.catalog.Column;
import io.linkspan.plan.Assignment;
import io.linkspan.plan.Batch;
import io.linkspan.plan.Comparison;
import io.linkspan.plan.CopyPlan;
import io.linkspan.plan.LeftOut;
import io.linkspan.sql.MomentaryText;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes the rows as the table would hold them: every column that a key can speak of has a value,
 * the copied ones of the target's type, the others what the target would fill in. They are numbered
 * in column {@code linkspan row}.
 */
final class ProposedRows {
  private ProposedRows() {}

  /** The rows of a batch with all columns. */
  static String of(CopyPlan plan, String link, Batch batch) {
    List<String> filled = new ArrayList<>();
    plan.assignments()
        .forEach(a -> filled.add(typed("q." + a.target().name().quoted(), a.target())));
    for (LeftOut left : plan.unfilled()) {
      Column column = left.column();
      if (!column.isGenerated()) {
        String value = column.isNumbered() ? "NULL" : column.defaultExpression().orElse("NULL");
        filled.add(typed(value, column));
      }
    }
    return rows(plan, filled, OuterSelect.of(plan, link, RemoteQuery.of(plan, batch)));
  }

  /**
   * Some rows with the compared columns; NULL stands for what differs each time.
   *
   * @param sent what the dblink call sends to the source
   */
  static String of(CopyPlan plan, Comparison comparison, String link, String sent) {
    List<String> filled = new ArrayList<>(compared(comparison));
    comparison.notCompared().forEach(left -> filled.add(typed("NULL", left.column())));
    for (LeftOut left : plan.unfilled()) {
      Column column = left.column();
      if (!column.isGenerated()) {
        boolean steady =
            !column.isNumbered() && column.defaultExpression().flatMap(MomentaryText::in).isEmpty();
        String value = steady ? column.defaultExpression().orElse("NULL") : "NULL";
        filled.add(typed(value, column));
      }
    }
    return rows(plan, filled, OuterSelect.of(plan, comparison.columns(), link, sent));
  }

  /** The compared columns of rows {@code q}, each as the target would hold it. */
  static List<String> compared(Comparison comparison) {
    return comparison.columns().stream()
        .map(Assignment::target)
        .map(column -> typed("q." + column.name().quoted(), column))
        .toList();
  }

  private static String rows(CopyPlan plan, List<String> filled, String select) {
    List<String> generated = new ArrayList<>();
    for (LeftOut left : plan.unfilled()) {
      Column column = left.column();
      if (column.isGenerated()) {
        generated.add(
            "(" + column.defaultExpression().orElse("NULL") + ") AS " + column.name().quoted());
      }
    }
    String inner =
        "SELECT row_number() OVER () AS \"linkspan row\", "
            + String.join(", ", filled)
            + "\nFROM ("
            + select
            + ") AS q";
    return generated.isEmpty()
        ? inner
        : "SELECT f.*, " + String.join(", ", generated) + " FROM (" + inner + ") AS f";
  }

  /** A value as the column would hold it. */
  private static String typed(String value, Column column) {
    String collation = column.collation().map(c -> " COLLATE " + c.quoted()).orElse("");
    return "CAST(%s AS %s)%s AS %s"
        .formatted(value, column.type().name().sql(), collation, column.name().quoted());
  }
}
