package io.linkspan.check;

import io.linkspan.pg.Identifier;
import io.linkspan.plan.Assignment;
import io.linkspan.plan.CopyPlan;
import io.linkspan.request.Distinct;
import io.linkspan.sql.Tokens;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A bare name in ORDER BY means the column of the result, so that a mapped column hides the source
 * column of that name (manual, SELECT, "ORDER BY Clause").
 */
final class OrderedByOutput implements PlanCheck {
  @Override
  public List<Finding> check(CopyPlan plan) {
    if (!(plan.distinct() instanceof Distinct.On on) || on.orderBy().isEmpty()) {
      return List.of();
    }
    Set<Identifier> sorted = leadingNames(on.orderBy());
    return plan.assignments().stream()
        .filter(Assignment::mapped)
        .filter(a -> sorted.contains(a.target().name()))
        .filter(a -> plan.reading().column(a.target().name()).isPresent())
        .filter(a -> !a.expression().toLowerCase(Locale.ROOT).equals(a.target().name().name()))
        .filter(
            a ->
                on.expressions().stream()
                    .noneMatch(e -> e.strip().equals(a.target().name().quoted())))
        .map(this::finding)
        .toList();
  }

  /** The bare names that the sort expressions begin with. */
  private static Set<Identifier> leadingNames(String orderBy) {
    Tokens tokens = Tokens.of(orderBy);
    return tokens.splitTopLevel(",").stream()
        .map(tokens::within)
        .filter(item -> !item.peek(1).isSymbol(".") && !item.peek(1).isSymbol("("))
        .flatMap(item -> item.acceptIdentifier().stream())
        .collect(Collectors.toSet());
  }

  private Finding finding(Assignment assignment) {
    String name = assignment.target().name().quoted();
    return Finding.warning(
        CheckId.ORDERED_BY_OUTPUT,
        "ORDER BY %s sorts by the mapped value %s, not by the source's column"
            .formatted(name, assignment.expression()),
        "For the source's column: distinct on (…) order by t.%s".formatted(name));
  }
}
