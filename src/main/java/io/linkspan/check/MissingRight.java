package io.linkspan.check;

import io.linkspan.catalog.Column;
import io.linkspan.catalog.Key;
import io.linkspan.catalog.Table;
import io.linkspan.pg.ErrorFields;
import io.linkspan.pg.Identifier;
import io.linkspan.pg.SqlState;
import io.linkspan.plan.Assignment;
import io.linkspan.plan.ConflictAction;
import io.linkspan.plan.CopyPlan;
import io.linkspan.plan.Reading;
import io.linkspan.plan.RemoteColumn;
import io.linkspan.plan.SequenceMove;
import io.linkspan.sql.ExpressionText;
import io.linkspan.sql.SqlLexer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** A right that a role lacks on one side, with the GRANT to ask for. */
final class MissingRight implements PlanCheck {
  private static final CheckId ID = CheckId.MISSING_RIGHT;

  @Override
  public List<Finding> check(CopyPlan plan) {
    List<Finding> findings = new ArrayList<>();
    if (plan.reading() instanceof Reading.OfTable of) {
      List<Column> read = columns(of.table(), read(plan));
      require(findings, plan.source(), of.table(), "SELECT", read, c -> c.privileges().select());
    }
    List<Column> written = plan.assignments().stream().map(Assignment::target).toList();
    require(findings, plan.target(), plan.into(), "INSERT", written, c -> c.privileges().insert());
    List<Column> looked = columns(plan.into(), lookedAt(plan));
    require(findings, plan.target(), plan.into(), "SELECT", looked, c -> c.privileges().select());
    if (plan.conflict() instanceof ConflictAction.Update update) {
      List<Column> updated = columns(plan.into(), update.updates());
      require(
          findings, plan.target(), plan.into(), "UPDATE", updated, c -> c.privileges().update());
    }
    if (plan.truncate() && !plan.into().privileges().truncate()) {
      findings.add(finding(plan.target(), plan.into(), "TRUNCATE"));
    }
    return findings.stream().distinct().toList();
  }

  /** The columns of the source that travel, and those that only its WHERE names. */
  private static List<Identifier> read(CopyPlan plan) {
    List<Identifier> names =
        new ArrayList<>(plan.remoteColumns().stream().map(RemoteColumn::name).toList());
    plan.where()
        .flatMap(where -> ExpressionText.parse(where).value())
        .filter(where -> !where.subquery())
        .ifPresent(where -> where.columns().forEach(column -> names.add(column.name())));
    return names.stream().distinct().toList();
  }

  /**
   * The columns of the target that are looked at: by the conflict target, by the values and the
   * WHERE of DO UPDATE, and by the search for the highest number.
   */
  private static List<Identifier> lookedAt(CopyPlan plan) {
    List<Identifier> names =
        new ArrayList<>(plan.sequences().stream().map(SequenceMove::column).toList());
    if (plan.conflict() instanceof ConflictAction.Skip skip && !skip.target().isEmpty()) {
      skip.arbiter().ifPresent(key -> names.addAll(columns(key)));
    }
    if (plan.conflict() instanceof ConflictAction.Update update) {
      update.arbiter().ifPresent(key -> names.addAll(columns(key)));
      List<Identifier> mentioned = new ArrayList<>(mentioned(update.action()));
      // Each stands once where it gets its value; what is left is looked at.
      update.updates().forEach(mentioned::remove);
      names.addAll(mentioned);
    }
    return names.stream().distinct().toList();
  }

  private static List<Identifier> columns(Key key) {
    return key.elements().stream().flatMap(element -> element.column().stream()).toList();
  }

  private static List<Identifier> mentioned(String sql) {
    return SqlLexer.tokens(sql).stream().flatMap(token -> token.identifier().stream()).toList();
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

  private static Finding schema(CopyPlan.End end, Table table) {
    String schema = table.name().schema().map(Identifier::quoted).orElse("public");
    return denied(
        end,
        "schema \"%s\"".formatted(schema),
        "USAGE",
        "GRANT USAGE ON SCHEMA %s TO %s;".formatted(schema, end.server().role().quoted()));
  }

  private static Finding finding(CopyPlan.End end, Table table, String right) {
    return denied(
        end,
        "table \"%s\"".formatted(table.name()),
        right,
        "GRANT %s ON %s TO %s;"
            .formatted(right, table.name().quoted(), end.server().role().quoted()));
  }

  /** A finding that a role lacks a right, with the GRANT that gives it. */
  static Finding denied(CopyPlan.End end, String object, String right, String grant) {
    return new Finding(
        ID,
        Finding.Severity.ERROR,
        ErrorFields.of("permission denied for %s on \"%s\"".formatted(object, end.connection()))
            .withSqlState(SqlState.INSUFFICIENT_PRIVILEGE)
            .withDetail("Role \"%s\" lacks %s there.".formatted(end.server().role().name(), right))
            .withHint("On %s, as its owner: %s".formatted(end.connection(), grant)));
  }
}
