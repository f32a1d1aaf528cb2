package io.linkspan.check;

import io.linkspan.catalog.Column;
import io.linkspan.pg.Identifier;
import io.linkspan.plan.Assignment;
import io.linkspan.plan.CopyPlan;
import io.linkspan.plan.LeftOut;
import io.linkspan.plan.Reading;
import io.linkspan.plan.Rename;
import java.util.ArrayList;
import java.util.List;

/** A NOT NULL column that nothing fills, or that a source column with NULLs would fill. */
final class NullIntoNotNull implements PlanCheck {
  @Override
  public List<Finding> check(CopyPlan plan) {
    List<Finding> findings = new ArrayList<>();
    for (LeftOut left : plan.unfilled()) {
      if (!left.column().mayBeLeftOut()) {
        findings.add(unfilled(plan, left.column()));
      }
    }
    if (plan.reading() instanceof Reading.OfTable of) {
      for (Assignment assignment : plan.assignments()) {
        if (assignment.target().notNull()) {
          MayBeNull.through(plan, of, assignment)
              .ifPresent(column -> findings.add(nullable(assignment, column)));
        }
      }
    }
    return findings;
  }

  private Finding unfilled(CopyPlan plan, Column column) {
    String hint =
        plan.likelyRenames().stream()
            .filter(rename -> rename.to().equals(column))
            .findFirst()
            .map(rename -> Rename.clause(List.of(rename)))
            .orElse("Say what fills it: map " + column.name().quoted() + " = EXPRESSION");
    return Finding.error(
        CheckId.NULL_INTO_NOT_NULL,
        "column \"%s\" of the target is NOT NULL and nothing fills it"
            .formatted(column.name().name()),
        hint);
  }

  private static Finding nullable(Assignment assignment, Identifier column) {
    Identifier target = assignment.target().name();
    String what =
        assignment.mapped()
            ? "what map gives column \"%s\", which is NOT NULL, is NULL where \"%s\" is"
                .formatted(target.name(), column.name())
            : "column \"%s\" may be NULL on the source and is NOT NULL on the target"
                .formatted(target.name());
    String value = assignment.mapped() ? assignment.expression() : column.quoted();
    return Finding.warning(
            CheckId.NULL_INTO_NOT_NULL,
            what,
            "Leave such rows out: where %s is not null; or give a value: map %s = coalesce(%s, …)"
                .formatted(column.quoted(), target.quoted(), value))
        .withDetail("The first NULL stops the copy (SQLSTATE 23502); no conflict rule skips it.");
  }
}
