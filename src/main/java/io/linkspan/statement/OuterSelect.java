package io.linkspan.statement;

import io.linkspan.catalog.ServerFacts.DblinkExtension;
import io.linkspan.pg.Identifier;
import io.linkspan.pg.Literal;
import io.linkspan.plan.Assignment;
import io.linkspan.plan.CopyPlan;
import io.linkspan.plan.RemoteColumn;
import io.linkspan.request.Distinct;
import java.util.List;

/** The SELECT on the target that reads through dblink: the same for every use of a plan. */
final class OuterSelect {
  private OuterSelect() {}

  /** The SELECT whose output columns are the target columns, in order and by name. */
  static String of(CopyPlan plan, String link, String remoteQuery) {
    return of(plan, plan.assignments(), link, remoteQuery);
  }

  /** The same with some of the plan's columns alone. */
  static String of(CopyPlan plan, List<Assignment> assignments, String link, String remoteQuery) {
    List<String> items = assignments.stream().map(OuterSelect::item).toList();
    return Wrapped.list("SELECT " + distinct(plan.distinct()), items, "")
        + "\nFROM "
        + schema(plan).quoted()
        + ".dblink("
        + Literal.quoted(link)
        + ",\n  "
        + Literal.dollarQuoted(remoteQuery, "remote")
        + ")\n"
        + Wrapped.list(
            "  AS t(", plan.remoteColumns().stream().map(OuterSelect::definition).toList(), ")")
        + orderBy(plan.distinct());
  }

  /** Where dblink's functions are; {@code public} in a plan that a check refuses for lack of it. */
  private static Identifier schema(CopyPlan plan) {
    return plan.target()
        .server()
        .dblink()
        .map(DblinkExtension::schema)
        .orElse(new Identifier("public"));
  }

  private static String distinct(Distinct distinct) {
    if (distinct instanceof Distinct.On on) {
      return "DISTINCT ON (" + RemoteQuery.closed(String.join(", ", on.expressions())) + ") ";
    }
    return distinct instanceof Distinct.All ? "DISTINCT " : "";
  }

  private static String orderBy(Distinct distinct) {
    boolean ordered = distinct instanceof Distinct.On on && !on.orderBy().isEmpty();
    return ordered ? "\nORDER BY " + RemoteQuery.closed(((Distinct.On) distinct).orderBy()) : "";
  }

  private static String item(Assignment assignment) {
    return assignment.isPlain()
        ? assignment.expression()
        : RemoteQuery.closed(assignment.expression())
            + " AS "
            + assignment.target().name().quoted();
  }

  private static String definition(RemoteColumn column) {
    return column.name().quoted() + " " + column.declared().sql();
  }
}
