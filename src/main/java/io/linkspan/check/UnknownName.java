package io.linkspan.check;

import io.linkspan.plan.CopyPlan;
import java.util.List;

/** A clause names a column that the source does not have. */
final class UnknownName implements PlanCheck {
  @Override
  public String id() {
    return "unknown-name";
  }

  @Override
  public List<Finding> check(CopyPlan plan) {
    return plan.flaws().stream()
        .map(
            flaw ->
                Finding.error(
                    id(),
                    "%s of \"%s\" in %s does not exist"
                        .formatted(flaw.what(), plan.reading().label(), flaw.where()),
                    flaw.nearest()
                        .map(near -> "Perhaps you mean " + near + ".")
                        .orElse("See its columns: describe " + plan.reading().label())))
        .toList();
  }
}
