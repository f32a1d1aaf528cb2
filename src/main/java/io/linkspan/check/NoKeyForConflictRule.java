package io.linkspan.check;

import io.linkspan.plan.ConflictAction;
import io.linkspan.plan.CopyPlan;
import java.util.List;

/** A conflict rule that no unique key of the target stands behind. */
final class NoKeyForConflictRule implements PlanCheck {
  @Override
  public String id() {
    return "no-key-for-conflict-rule";
  }

  @Override
  public List<Finding> check(CopyPlan plan) {
    if (plan.conflict() instanceof ConflictAction.Update update && update.target().isEmpty()) {
      return List.of(
          Finding.error(
              id(),
              "no single unique key of \"%s\" is filled by the copy, so the rows to overwrite cannot be told"
                  .formatted(plan.into().name()),
              "Name the key: on conflict (COLUMN) overwrite; or keep rows: on conflict preserve"));
    }
    if (plan.conflict() instanceof ConflictAction.Skip skip
        && skip.target().isEmpty()
        && plan.keysAtRisk().isEmpty()) {
      return List.of(
          Finding.warning(
                  id(),
                  "no unique key of \"%s\" can tell a row that is there already"
                      .formatted(plan.into().name()),
                  "Make a unique key on the target, or copy once only; run dry shows the count.")
              .withDetail(
                  "ON CONFLICT DO NOTHING skips nothing; a second run copies every row again."));
    }
    return List.of();
  }
}
