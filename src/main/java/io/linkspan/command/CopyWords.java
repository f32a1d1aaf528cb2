package io.linkspan.command;

import io.linkspan.catalog.Table;
import io.linkspan.plan.CopyPlan;
import io.linkspan.plan.Reading;
import io.linkspan.report.Quantity;

/** What a copy would do, in a sentence for a question. */
final class CopyWords {
  private CopyWords() {}

  /** Such as {@code run copies about 1,200 rows into public.users}. */
  static String of(String command, CopyPlan plan) {
    String into = plan.into().name().quoted();
    return command
        + (plan.truncate() ? " empties " + into + " and" : "")
        + " copies "
        + rows(plan)
        + " into "
        + into;
  }

  /** An estimate is of the whole table, so that a condition leaves none. */
  private static String rows(CopyPlan plan) {
    if (plan.where().isEmpty() && plan.reading() instanceof Reading.OfTable of) {
      long rows = of.table().estimatedRows();
      boolean known = rows > 0 && of.table().kind() != Table.Kind.VIEW;
      return known ? "about " + Quantity.count(rows, "row") : "rows";
    }
    return "rows";
  }
}
