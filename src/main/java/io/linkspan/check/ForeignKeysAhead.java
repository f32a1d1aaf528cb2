package io.linkspan.check;

import io.linkspan.catalog.ForeignKey;
import io.linkspan.plan.CopyPlan;
import io.linkspan.plan.Division;
import java.util.ArrayList;
import java.util.List;

/** Foreign keys whose parent rows must be there first, or that forbid emptying the target. */
final class ForeignKeysAhead implements PlanCheck {
  @Override
  public List<Finding> check(CopyPlan plan) {
    List<Finding> findings = new ArrayList<>();
    for (ForeignKey key : plan.into().foreignKeys()) {
      boolean filled =
          key.columns().stream().anyMatch(column -> plan.assignment(column).isPresent());
      if (filled) {
        findings.add(
            Finding.warning(
                CheckId.FOREIGN_KEYS,
                "every row needs its parent in \"%s\" (foreign key \"%s\"); one without stops the copy"
                    .formatted(key.references(), key.name().name()),
                way(plan, key)));
      }
    }
    if (plan.truncate()) {
      plan.into().referencedBy().stream()
          .filter(key -> !key.table().equals(plan.into().name()))
          .forEach(
              key ->
                  findings.add(
                      Finding.error(
                          CheckId.FOREIGN_KEYS,
                          "\"%s\" cannot be emptied: \"%s\" refers to it (SQLSTATE 0A000)"
                              .formatted(plan.into().name(), key.table()),
                          "Copy without it: truncate off")));
    }
    return findings;
  }

  /** Within one table no order helps, but one statement sees all of its rows. */
  private static String way(CopyPlan plan, ForeignKey key) {
    if (!key.references().equals(plan.into().name())) {
      return "Copy %s first, or leave such rows out with where".formatted(key.references());
    }
    return plan.howItRuns().division() instanceof Division.Whole
        ? "In one statement their order does not matter; mind that where leaves no parent out"
        : "Copy them in one statement, where their order does not matter: batch off";
  }
}
