package io.linkspan.check;

import io.linkspan.plan.Assignment;
import io.linkspan.plan.CopyPlan;
import io.linkspan.request.Distinct;
import java.util.List;

/** DISTINCT over a type whose values cannot be compared, such as json (42883). */
final class DistinctWithoutEquality implements PlanCheck {
  @Override
  public String id() {
    return "distinct-without-equality";
  }

  @Override
  public List<Finding> check(CopyPlan plan) {
    if (!(plan.distinct() instanceof Distinct.All)) {
      return List.of();
    }
    return plan.assignments().stream()
        .filter(a -> !a.mapped())
        .filter(
            a ->
                plan.reading()
                    .column(a.from().get(0))
                    .filter(column -> !column.type().hasEquality())
                    .isPresent())
        .map(this::finding)
        .toList();
  }

  private Finding finding(Assignment assignment) {
    String name = assignment.target().name().quoted();
    return Finding.error(
        id(),
        "DISTINCT cannot compare column \"%s\": its type %s has no equality (SQLSTATE 42883)"
            .formatted(assignment.target().name().name(), assignment.target().type().name()),
        "Compare a key instead: distinct on (KEY); or compare its text: map %s = %s::text::%s"
            .formatted(name, name, assignment.target().type().name()));
  }
}
