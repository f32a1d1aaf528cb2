package io.linkspan.misfit;

import io.linkspan.catalog.Check;
import io.linkspan.catalog.Table;
import io.linkspan.pg.Identifier;
import io.linkspan.pg.UserException;
import io.linkspan.plan.Assignment;
import io.linkspan.plan.CopyPlan;
import io.linkspan.plan.RemoteColumn;
import io.linkspan.sql.ColumnReference;
import io.linkspan.sql.ExpressionText;
import io.linkspan.sql.Slice;
import io.linkspan.sql.Tokens;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What the rows of a plan are tried for on the target. */
final class Probes {
  private Probes() {}

  /** In the order of trying: what is read, what is assigned, what the table demands. */
  static List<Probe> onTarget(CopyPlan plan) {
    List<Probe> probes = new ArrayList<>();
    for (RemoteColumn column : plan.remoteColumns()) {
      probes.add(
          new Probe(
              Probe.Kind.READ,
              column.name(),
              Optional.of(column.declared()),
              plan.reading().column(column.name()).isPresent() ? List.of(column.name()) : List.of(),
              true));
    }
    if (plan.assignments().stream().anyMatch(Probes::needsOtherRows)) {
      // A row alone does not tell what an aggregate or a window makes of all of them.
      return List.copyOf(probes);
    }
    plan.assignments().forEach(assignment -> probes.add(of(Probe.Kind.ASSIGN, assignment)));
    if (!changedByTrigger(plan.into())) {
      plan.assignments().stream()
          .filter(assignment -> assignment.target().notNull())
          .forEach(assignment -> probes.add(of(Probe.Kind.NOT_NULL, assignment)));
      for (Check check : plan.into().checks()) {
        condition(check).flatMap(text -> check(check, text, plan)).ifPresent(probes::add);
      }
    }
    return List.copyOf(probes);
  }

  private static boolean needsOtherRows(Assignment assignment) {
    return ExpressionText.parse(assignment.expression())
        .value()
        .filter(text -> text.aggregate() || text.window())
        .isPresent();
  }

  private static Probe of(Probe.Kind kind, Assignment assignment) {
    return new Probe(
        kind,
        assignment.target().name(),
        Optional.of(assignment.target().type().name()),
        assignment.from(),
        !assignment.mapped() && assignment.from().size() == 1);
  }

  /** A trigger may fill or change what the statement gives before the table looks at it. */
  private static boolean changedByTrigger(Table into) {
    return into.triggers().stream()
        .anyMatch(
            t -> t.onInsert() && t.forEachRow() && t.fires() && (t.before() || t.insteadOf()));
  }

  private static Optional<Probe> check(Check check, String condition, CopyPlan plan) {
    return columns(condition, plan)
        .map(
            filled -> {
              Set<Identifier> from = new LinkedHashSet<>();
              filled.forEach(assignment -> from.addAll(assignment.from()));
              boolean typed = filled.stream().allMatch(Assignment::isPlain);
              return new Probe(
                  Probe.Kind.CHECK, check.name(), Optional.empty(), List.copyOf(from), typed);
            });
  }

  /** The condition of a check constraint as the server writes it. */
  static Optional<String> condition(Check check) {
    try {
      Tokens tokens = Tokens.of(check.definition());
      tokens.expectWord("check");
      Slice inside = tokens.expectParentheses();
      return Optional.of(inside.text());
    } catch (UserException e) {
      return Optional.empty();
    }
  }

  /** What fills the columns of a condition; empty unless the plan fills each of them. */
  static Optional<List<Assignment>> columns(String condition, CopyPlan plan) {
    Optional<ExpressionText> parsed = ExpressionText.parse(condition).value();
    if (parsed.isEmpty() || parsed.orElseThrow().subquery()) {
      return Optional.empty();
    }
    List<Assignment> filled = new ArrayList<>();
    for (ColumnReference reference : parsed.orElseThrow().columns()) {
      if (plan.into().column(reference.name()).isEmpty()) {
        // A word that was taken for a column, such as a type's name.
        continue;
      }
      Optional<Assignment> assignment = plan.assignment(reference.name());
      if (assignment.isEmpty()) {
        return Optional.empty();
      }
      filled.add(assignment.orElseThrow());
    }
    return filled.isEmpty() ? Optional.empty() : Optional.of(filled.stream().distinct().toList());
  }
}
