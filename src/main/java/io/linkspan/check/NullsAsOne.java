package io.linkspan.check;

import io.linkspan.pg.Identifier;
import io.linkspan.plan.Assignment;
import io.linkspan.plan.CopyPlan;
import io.linkspan.plan.Reading;
import io.linkspan.request.Distinct;
import io.linkspan.sql.Tokens;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** DISTINCT ON over columns that may all be NULL: of all such rows one stays, and none says so. */
final class NullsAsOne implements PlanCheck {
  @Override
  public List<Finding> check(CopyPlan plan) {
    if (!(plan.reading() instanceof Reading.OfTable of)
        || !(plan.distinct() instanceof Distinct.On on)) {
      return List.of();
    }
    List<Assignment> open = new ArrayList<>();
    for (String expression : on.expressions()) {
      Optional<Assignment> nullable =
          column(expression)
              .flatMap(plan::assignment)
              .filter(assignment -> MayBeNull.value(plan, of, assignment));
      if (nullable.isEmpty()) {
        // A value that is there tells these rows apart.
        return List.of();
      }
      open.add(nullable.orElseThrow());
    }
    return List.of(finding(open));
  }

  private static Optional<Identifier> column(String expression) {
    Tokens tokens = Tokens.of(expression);
    return tokens.acceptIdentifier().filter(name -> tokens.atEnd());
  }

  private static Finding finding(List<Assignment> open) {
    Assignment first = open.get(0);
    List<String> names = open.stream().map(a -> "\"" + a.target().name().name() + "\"").toList();
    String from = first.from().stream().findFirst().orElse(first.target().name()).quoted();
    return Finding.warning(
            CheckId.NULLS_AS_ONE,
            "of all rows where %s %s NULL, DISTINCT ON lets one come"
                .formatted(String.join(" and ", names), names.size() == 1 ? "is" : "are"),
            "Copy them apart: where %s is not null, and then where %s is null with distinct off"
                .formatted(from, from))
        .withDetail("DISTINCT takes NULLs for equal, where a unique key does not.");
  }
}
