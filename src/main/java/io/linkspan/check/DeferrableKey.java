package io.linkspan.check;

import io.linkspan.catalog.Key;
import io.linkspan.plan.ConflictAction;
import io.linkspan.plan.CopyPlan;
import java.util.List;

/** ON CONFLICT over a deferrable constraint, which PostgreSQL refuses (55000). */
final class DeferrableKey implements PlanCheck {
  @Override
  public List<Finding> check(CopyPlan plan) {
    if (plan.conflict() instanceof ConflictAction.Raise) {
      return List.of();
    }
    boolean anyKey = plan.conflict() instanceof ConflictAction.Skip s && s.target().isEmpty();
    return plan.into().keys().stream()
        .filter(key -> !key.immediate())
        .filter(key -> anyKey || arbiterIs(plan, key))
        .map(this::finding)
        .toList();
  }

  private static boolean arbiterIs(CopyPlan plan, Key key) {
    if (plan.conflict() instanceof ConflictAction.Skip skip) {
      return skip.arbiter().filter(key::equals).isPresent();
    }
    return plan.conflict() instanceof ConflictAction.Update update
        && update.arbiter().filter(key::equals).isPresent();
  }

  private Finding finding(Key key) {
    return Finding.error(
            CheckId.DEFERRABLE_KEY,
            "constraint \"%s\" is deferrable, and ON CONFLICT does not work with it (SQLSTATE 55000)"
                .formatted(key.name().name()),
            "Name another key: on conflict (COLUMN) do nothing; or use none: on conflict fail")
        .withDetail("A deferrable key is checked too late to skip a row.");
  }
}
