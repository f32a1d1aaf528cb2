package io.linkspan.check;

import io.linkspan.plan.CopyPlan;
import java.util.List;

/** Batches or workers were asked for that would make another copy of it. */
final class UnsafeDivision implements PlanCheck {
  @Override
  public List<Finding> check(CopyPlan plan) {
    return plan.howItRuns().refused().stream()
        .map(fields -> new Finding(CheckId.UNSAFE_DIVISION, Finding.Severity.ERROR, fields))
        .toList();
  }
}
