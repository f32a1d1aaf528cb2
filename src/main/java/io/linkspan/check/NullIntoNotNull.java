package io.linkspan.check;

import io.linkspan.catalog.Column;
import io.linkspan.pg.Identifier;
import io.linkspan.plan.Assignment;
import io.linkspan.plan.CopyPlan;
import io.linkspan.plan.LeftOut;
import io.linkspan.plan.Reading;
import io.linkspan.sql.Slice;
import io.linkspan.sql.Tokens;
import java.util.ArrayList;
import java.util.List;

/** A NOT NULL column that nothing fills, or that a source column with NULLs would fill. */
final class NullIntoNotNull implements PlanCheck {
  @Override
  public String id() {
    return "null-into-not-null";
  }

  @Override
  public List<Finding> check(CopyPlan plan) {
    List<Finding> findings = new ArrayList<>();
    for (LeftOut left : plan.unfilled()) {
      if (!left.column().mayBeLeftOut()) {
        findings.add(unfilled(left.column()));
      }
    }
    if (plan.reading() instanceof Reading.OfTable of) {
      for (Assignment assignment : plan.assignments()) {
        boolean risky =
            !assignment.mapped()
                && assignment.target().notNull()
                && of.column(assignment.from().get(0)).filter(c -> !c.notNull()).isPresent();
        if (risky && !excludedByWhere(plan, assignment)) {
          findings.add(nullable(assignment));
        }
      }
    }
    return findings;
  }

  private Finding unfilled(Column column) {
    String name = column.name().quoted();
    return Finding.error(
        id(),
        "column \"%s\" of the target is NOT NULL and nothing fills it"
            .formatted(column.name().name()),
        "Say what fills it: map %s = EXPRESSION".formatted(name));
  }

  private Finding nullable(Assignment assignment) {
    String name = assignment.target().name().quoted();
    return Finding.warning(
            id(),
            "column \"%s\" may be NULL on the source and is NOT NULL on the target"
                .formatted(assignment.target().name().name()),
            "Leave such rows out: where %s is not null; or give a value: map %s = coalesce(%s, …)"
                .formatted(name, name, name))
        .withDetail("The first NULL stops the copy (SQLSTATE 23502); no conflict rule skips it.");
  }

  /** Whether one of the conditions that AND joins is that the column is not NULL. */
  private static boolean excludedByWhere(CopyPlan plan, Assignment assignment) {
    Tokens tokens = Tokens.of(plan.where().orElse(""));
    boolean excluded = false;
    while (!tokens.atEnd()) {
      Slice condition = tokens.textUntil(t -> t.at("and") || t.at("or"));
      excluded |= isNotNull(tokens.within(condition), assignment.from().get(0));
      if (!tokens.acceptWord("and") && !tokens.atEnd()) {
        return false;
      }
    }
    return excluded;
  }

  private static boolean isNotNull(Tokens condition, Identifier column) {
    if (condition.atSymbol("(")) {
      Slice inside = condition.expectParentheses();
      return condition.atEnd() && isNotNull(condition.within(inside), column);
    }
    return condition.acceptIdentifier().filter(column::equals).isPresent()
        && condition.acceptWord("is", "not", "null")
        && condition.atEnd();
  }
}
