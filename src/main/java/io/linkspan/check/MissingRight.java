package io.linkspan.check;

import io.linkspan.catalog.Column;
import io.linkspan.catalog.Table;
import io.linkspan.pg.ErrorFields;
import io.linkspan.pg.Identifier;
import io.linkspan.pg.SqlState;
import io.linkspan.plan.Assignment;
import io.linkspan.plan.ConflictAction;
import io.linkspan.plan.CopyPlan;
import io.linkspan.plan.Reading;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** A right that a role lacks on one side, with the GRANT to ask for. */
final class MissingRight implements PlanCheck {
  @Override
  public String id() {
    return "missing-right";
  }

  @Override
  public List<Finding> check(CopyPlan plan) {
    List<Finding> findings = new ArrayList<>();
    if (plan.reading() instanceof Reading.OfTable of) {
      List<Column> read =
          plan.remoteColumns().stream().flatMap(c -> of.column(c.name()).stream()).toList();
      require(findings, plan.source(), of.table(), "SELECT", read, c -> c.privileges().select());
    }
    List<Column> written = plan.assignments().stream().map(Assignment::target).toList();
    require(findings, plan.target(), plan.into(), "INSERT", written, c -> c.privileges().insert());
    if (plan.conflict() instanceof ConflictAction.Update update) {
      List<Column> updated = columns(plan.into(), update.updates());
      require(
          findings, plan.target(), plan.into(), "UPDATE", updated, c -> c.privileges().update());
      require(
          findings, plan.target(), plan.into(), "SELECT", written, c -> c.privileges().select());
    }
    if (plan.truncate() && !plan.into().privileges().truncate()) {
      findings.add(finding(plan.target(), plan.into(), "TRUNCATE"));
    }
    return findings;
  }

  private static List<Column> columns(Table table, List<Identifier> names) {
    return names.stream().flatMap(name -> table.column(name).stream()).toList();
  }

  private void require(
      List<Finding> findings,
      CopyPlan.End end,
      Table table,
      String right,
      List<Column> columns,
      Predicate<Column> has) {
    if (!table.privileges().schemaUsage()) {
      findings.add(schema(end, table));
    } else if (!columns.stream().allMatch(has)) {
      findings.add(finding(end, table, right));
    }
  }

  private Finding schema(CopyPlan.End end, Table table) {
    String schema = table.name().schema().map(Identifier::quoted).orElse("public");
    return denied(
        end,
        "schema \"%s\"".formatted(schema),
        "USAGE",
        "GRANT USAGE ON SCHEMA %s TO %s;".formatted(schema, end.server().role().quoted()));
  }

  private Finding finding(CopyPlan.End end, Table table, String right) {
    return denied(
        end,
        "table \"%s\"".formatted(table.name()),
        right,
        "GRANT %s ON %s TO %s;"
            .formatted(right, table.name().quoted(), end.server().role().quoted()));
  }

  private Finding denied(CopyPlan.End end, String object, String right, String grant) {
    return new Finding(
        id(),
        Finding.Severity.ERROR,
        ErrorFields.of("permission denied for %s on \"%s\"".formatted(object, end.connection()))
            .withSqlState(SqlState.INSUFFICIENT_PRIVILEGE)
            .withDetail("Role \"%s\" lacks %s there.".formatted(end.server().role().name(), right))
            .withHint("On %s, as its owner: %s".formatted(end.connection(), grant)));
  }
}
