package io.linkspan.check;

import io.linkspan.catalog.Column;
import io.linkspan.catalog.ColumnType;
import io.linkspan.pg.Identifier;
import io.linkspan.plan.Assignment;
import io.linkspan.plan.CopyPlan;
import io.linkspan.request.Distinct;
import io.linkspan.sql.Tokens;
import java.util.List;
import java.util.Optional;

/** DISTINCT over a type whose values cannot be compared, such as json (42883). */
final class DistinctWithoutEquality implements PlanCheck {
  @Override
  public List<Finding> check(CopyPlan plan) {
    if (plan.distinct() instanceof Distinct.All) {
      return plan.assignments().stream()
          .filter(a -> !a.mapped() && !comparable(plan, a))
          .map(a -> copied(a, compared(plan, a)))
          .toList();
    }
    if (plan.distinct() instanceof Distinct.On on) {
      return on.expressions().stream()
          .flatMap(expression -> loneColumn(expression).stream())
          .flatMap(name -> column(plan, name).stream())
          .filter(column -> !column.type().hasEquality())
          .map(DistinctWithoutEquality::named)
          .toList();
    }
    return List.of();
  }

  private static boolean comparable(CopyPlan plan, Assignment assignment) {
    boolean asText =
        assignment.isPlain()
            && plan.remoteColumns().stream()
                .filter(c -> c.name().equals(assignment.from().get(0)))
                .anyMatch(c -> c.declared().sql().equals("text"));
    return asText || compared(plan, assignment).hasEquality();
  }

  /** The type of the value that is compared: the source's, or what the expression makes of it. */
  private static ColumnType compared(CopyPlan plan, Assignment assignment) {
    return plan.reading()
        .column(assignment.from().get(0))
        .filter(column -> assignment.isPlain())
        .map(Column::type)
        .orElse(assignment.target().type());
  }

  private static Optional<Identifier> loneColumn(String expression) {
    Tokens tokens = Tokens.of(expression);
    if (tokens.peek(1).isSymbol(".") && tokens.acceptWord("t")) {
      tokens.acceptSymbol(".");
    }
    return tokens.acceptIdentifier().filter(name -> tokens.atEnd());
  }

  /** The column that a bare name means: not one that is mapped, whose type nobody knows. */
  private static Optional<Column> column(CopyPlan plan, Identifier name) {
    return plan.reading()
        .column(name)
        .filter(c -> plan.assignment(name).filter(Assignment::mapped).isEmpty());
  }

  private static Finding copied(Assignment assignment, ColumnType type) {
    String name = assignment.target().name().quoted();
    boolean json = type.name().sql().equals("json");
    return finding(
        assignment.target().name(),
        type,
        json
            ? "Compare a key instead: distinct on (KEY); or compare it as jsonb: map %s = %s::jsonb"
                .formatted(name, assignment.from().get(0).quoted())
            : "Compare a key instead: distinct on (KEY)");
  }

  private static Finding named(Column column) {
    return finding(
        column.name(),
        column.type(),
        "Compare its text: distinct on (%s::text)".formatted(column.name().quoted()));
  }

  private static Finding finding(Identifier name, ColumnType type, String hint) {
    return Finding.error(
        CheckId.DISTINCT_WITHOUT_EQUALITY,
        "DISTINCT cannot compare column \"%s\": its type %s has no equality (SQLSTATE 42883)"
            .formatted(name.name(), type.name()),
        hint);
  }
}
