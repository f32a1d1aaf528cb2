package io.linkspan.check;

import io.linkspan.plan.CopyPlan;
import io.linkspan.plan.Reading;
import java.util.ArrayList;
import java.util.List;

/** Row security that hides source rows without a word, or that the target's rows must satisfy. */
final class RowSecurityActive implements PlanCheck {
  @Override
  public List<Finding> check(CopyPlan plan) {
    List<Finding> findings = new ArrayList<>();
    if (plan.reading() instanceof Reading.OfTable of && of.table().rowSecurity().applies()) {
      findings.add(
          Finding.warning(
              CheckId.ROW_SECURITY,
              "row security of \"%s\" hides rows from role \"%s\" on \"%s\"; they are not copied"
                  .formatted(
                      of.table().name(),
                      plan.source().server().role().name(),
                      plan.source().connection()),
              "To copy all: connect as a role with BYPASSRLS, or as the table's owner where row security is not forced."));
    }
    if (plan.into().rowSecurity().applies()) {
      findings.add(
          Finding.warning(
              CheckId.ROW_SECURITY,
              "row security of \"%s\" on \"%s\" may refuse rows (SQLSTATE 42501) or hide clashes"
                  .formatted(plan.into().name(), plan.target().connection()),
              "See its policies on the target, and try it: run dry"));
    }
    return findings;
  }
}
