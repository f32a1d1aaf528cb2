package io.linkspan.check;

import io.linkspan.plan.ConflictAction;
import io.linkspan.plan.CopyPlan;
import java.util.List;

/** DO UPDATE over an exclusion constraint, which PostgreSQL refuses (42809). */
final class ExclusionKey implements PlanCheck {
  @Override
  public List<Finding> check(CopyPlan plan) {
    if (!(plan.conflict() instanceof ConflictAction.Update update)) {
      return List.of();
    }
    return update.arbiter().stream()
        .filter(key -> key.exclusion())
        .map(
            key ->
                Finding.error(
                        CheckId.EXCLUSION_KEY,
                        "constraint \"%s\" forbids overlaps, and DO UPDATE does not work with it (SQLSTATE 42809)"
                            .formatted(key.name().name()),
                        "Keep the rows that are there: on conflict preserve")
                    .withDetail(
                        "A row may clash with several others, so none can be updated in its place."))
        .toList();
  }
}
