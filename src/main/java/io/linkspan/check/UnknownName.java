package io.linkspan.check;

import io.linkspan.plan.CopyPlan;
import io.linkspan.plan.Reading;
import java.util.List;

/** A clause names a column that the source does not have. */
final class UnknownName implements PlanCheck {
  @Override
  public List<Finding> check(CopyPlan plan) {
    return plan.flaws().stream()
        .map(
            flaw ->
                Finding.error(
                    CheckId.UNKNOWN_NAME,
                    "%s of \"%s\" in %s does not exist"
                        .formatted(flaw.what(), plan.reading().label(), flaw.where()),
                    flaw.hint().orElseGet(() -> columns(plan))))
        .toList();
  }

  private static String columns(CopyPlan plan) {
    return plan.reading() instanceof Reading.OfTable
        ? "See its columns: describe %s:%s"
            .formatted(plan.source().connection(), plan.reading().label())
        : "It has "
            + String.join(
                ", ", plan.reading().columns().stream().map(c -> c.name().quoted()).toList())
            + ".";
  }
}
