package io.linkspan.check;

import io.linkspan.plan.Assignment;
import io.linkspan.plan.ConflictAction;
import io.linkspan.plan.CopyPlan;
import java.util.List;
import java.util.stream.Collectors;

/** A numbered column that gets the source's numbers instead of the target's own. */
final class NumbersCopied implements PlanCheck {
  @Override
  public List<Finding> check(CopyPlan plan) {
    return plan.assignments().stream()
        .filter(a -> !a.mapped() && a.target().isNumbered())
        .map(a -> finding(plan, a))
        .toList();
  }

  /** Rows that refer to a row by its number would refer to another row then. */
  private static String ownNumbers(CopyPlan plan, String name) {
    String way = "For rows of their own: map %s = default".formatted(name);
    String children =
        plan.into().referencedBy().stream()
            .map(key -> key.table().toString())
            .distinct()
            .collect(Collectors.joining(", "));
    return children.isEmpty()
        ? way
        : way + "; rows of " + children + " that are copied too would then find other parents";
  }

  private Finding finding(CopyPlan plan, Assignment assignment) {
    String name = assignment.target().name().quoted();
    boolean unique =
        plan.into().keys().stream()
            .anyMatch(
                key ->
                    key.columns()
                        .filter(columns -> columns.equals(List.of(assignment.target().name())))
                        .isPresent());
    String clash =
        plan.conflict() instanceof ConflictAction.Raise
            ? "A number that the target has already stops the copy."
            : "A row whose number the target has already is taken for the same row.";
    return Finding.warning(
            CheckId.NUMBERS_COPIED,
            "column \"%s\" takes the source's numbers instead of the target's own"
                .formatted(assignment.target().name().name()),
            ownNumbers(plan, name))
        .withDetail(unique ? clash : "The target's sequence is moved on afterwards.");
  }
}
