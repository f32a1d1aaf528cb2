package io.linkspan.pasted;

import io.linkspan.check.CheckId;
import io.linkspan.check.Finding;
import io.linkspan.sql.DblinkInsert;
import io.linkspan.sql.ExpressionText;
import io.linkspan.sql.MovedCondition;
import io.linkspan.sql.Overriding;
import io.linkspan.sql.QueryFeature;
import io.linkspan.sql.SelectItem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** The parts of a statement that no plan has, and how to write them instead. */
final class Obstacles {
  private final DblinkInsert insert;
  private final List<Finding> findings = new ArrayList<>();

  private Obstacles(DblinkInsert insert) {
    this.insert = insert;
  }

  static List<Finding> in(DblinkInsert insert) {
    Obstacles obstacles = new Obstacles(insert);
    obstacles.clauses();
    obstacles.rest();
    return List.copyOf(obstacles.findings);
  }

  private void clauses() {
    String into = insert.target().quoted();
    if (insert.features().contains(QueryFeature.GROUP_BY)
        || insert.features().contains(QueryFeature.HAVING)
        || computes(ExpressionText::aggregate)) {
      add(
          "GROUP BY or an aggregate",
          "Group on the source: plan copy (SELECT … GROUP BY …) -> " + into);
    }
    if (insert.features().contains(QueryFeature.WINDOW) || computes(ExpressionText::window)) {
      add(
          "a window function",
          "Compute it on the source: plan copy (SELECT … OVER (…) AS … FROM …) -> " + into);
    }
    if (insert.features().contains(QueryFeature.LIMIT)) {
      add(
          "LIMIT, OFFSET or FETCH",
          "Every row travels all the same. Limit on the source: plan copy (SELECT … LIMIT …) -> "
              + into);
    }
    if (insert.features().contains(QueryFeature.LOCKING)) {
      add("FOR UPDATE", "It locks nothing on the source. Leave it out.");
    }
    if (insert.otherFrom().isPresent()) {
      add(
          "a second table in FROM",
          "Join on the source: plan copy (SELECT … JOIN …) -> "
              + into
              + "; or read the other table in an expression: map COLUMN = (SELECT … WHERE …)");
    }
    if (insert.where().filter(Obstacles::readsTables).isPresent()) {
      add(
          "a WHERE with a subquery",
          "It reads tables of the target, and a plan's where runs on the source. Rows whose key is"
              + " there already are left out by ON CONFLICT DO NOTHING.");
    }
    insert
        .where()
        .filter(where -> !readsTables(where))
        .flatMap(MovedCondition::obstacle)
        .ifPresent(part -> stays(part, into));
    if (insert.returning().isPresent()) {
      add("RETURNING", "Leave it out; the receipt counts the rows.");
    }
  }

  private void rest() {
    if (insert.dblinkCalls() > 1 && insert.otherFrom().isEmpty()) {
      add(
          "a second call of dblink",
          "Copy in two plans, one after the other, or join on one source.");
    }
    if (insert.overriding() == Overriding.USER_VALUE) {
      add("OVERRIDING USER VALUE", "Leave the column to the target: map COLUMN = default");
    }
  }

  private static boolean readsTables(String condition) {
    return ExpressionText.parse(condition).value().map(ExpressionText::subquery).orElse(true);
  }

  private boolean computes(Predicate<ExpressionText> what) {
    return insert.items().stream()
        .map(SelectItem::expression)
        .map(text -> ExpressionText.parse(text).value())
        .flatMap(Optional::stream)
        .anyMatch(e -> what.test(e) && !e.subquery());
  }

  /** The plan gives WHERE to the source, where this may be another value. */
  private void stays(String part, String into) {
    findings.add(
        Finding.error(
                CheckId.NO_PLAN_FOR,
                "WHERE has %s, which may mean another thing on the source".formatted(part),
                "Write a constant for it. Or where the source's own is meant: plan copy (SELECT …"
                    + " WHERE …) -> "
                    + into)
            .withDetail(
                "WHERE stands outside of dblink(), so the target evaluates it; a plan's where runs"
                    + " on the source."));
  }

  private void add(String part, String hint) {
    findings.add(
        Finding.error(
            CheckId.NO_PLAN_FOR, "the statement has %s, which no plan has".formatted(part), hint));
  }
}
