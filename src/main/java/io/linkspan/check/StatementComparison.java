package io.linkspan.check;

import io.linkspan.pg.Identifier;
import io.linkspan.plan.Assignment;
import io.linkspan.plan.ConflictAction;
import io.linkspan.plan.CopyPlan;
import io.linkspan.request.Distinct;
import io.linkspan.sql.ConflictClause;
import io.linkspan.sql.DblinkCall;
import io.linkspan.sql.DblinkInsert;
import io.linkspan.sql.Distinctness;
import io.linkspan.sql.Overriding;
import io.linkspan.sql.QueryFeature;
import io.linkspan.sql.SelectItem;
import io.linkspan.statement.DblinkStatement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Where a statement that was read again is not the one that the plan meant. */
public final class StatementComparison {
  /** Said where the remote query is not the plan's, be it by its white space alone. */
  public static final String REMOTE = "its remote query is another";

  private static final Set<QueryFeature> EXPECTED =
      Set.of(QueryFeature.DISTINCT, QueryFeature.ORDER_BY);

  private final CopyPlan plan;
  private final DblinkStatement statement;
  private final DblinkInsert insert;
  private final List<String> differences = new ArrayList<>();

  private StatementComparison(CopyPlan plan, DblinkStatement statement, DblinkInsert insert) {
    this.plan = plan;
    this.statement = statement;
    this.insert = insert;
  }

  /** What differs, each as the end of a sentence; none where the text says what was planned. */
  public static List<String> differences(
      CopyPlan plan, DblinkStatement statement, DblinkInsert insert) {
    StatementComparison comparison = new StatementComparison(plan, statement, insert);
    comparison.target();
    comparison.selectList();
    comparison.call(insert.call());
    comparison.rest();
    return comparison.differences;
  }

  private void require(boolean same, String difference) {
    if (!same) {
      differences.add(difference);
    }
  }

  private void target() {
    List<Identifier> columns = plan.assignments().stream().map(a -> a.target().name()).toList();
    require(insert.target().equals(plan.into().name()), "it writes to " + insert.target());
    require(insert.columns().equals(columns), "its list of columns is another");
    require(
        (insert.overriding() == Overriding.SYSTEM_VALUE) == plan.overridingSystemValue(),
        "OVERRIDING is another");
  }

  private void selectList() {
    List<SelectItem> items = insert.items();
    if (items.size() != plan.assignments().size()) {
      differences.add(
          "it gives %d values for %d columns".formatted(items.size(), plan.assignments().size()));
      return;
    }
    for (int i = 0; i < items.size(); i++) {
      Assignment assignment = plan.assignments().get(i);
      SelectItem item = items.get(i);
      boolean named =
          assignment.isPlain() || item.alias().equals(Optional.of(assignment.target().name()));
      require(
          named && !item.star() && item.expression().equals(assignment.expression().strip()),
          "column \"%s\" gets %s".formatted(assignment.target().name().name(), item.expression()));
    }
    require(sameDistinct(), "DISTINCT is another");
  }

  private boolean sameDistinct() {
    if (plan.distinct() instanceof Distinct.On on) {
      return insert.distinct() instanceof Distinctness.On found
          && found.expressions().equals(on.expressions().stream().map(String::strip).toList())
          && insert.orderBy().orElse("").equals(on.orderBy().strip());
    }
    boolean all = plan.distinct() instanceof Distinct.All;
    return all == (insert.distinct() instanceof Distinctness.Rows) && insert.orderBy().isEmpty();
  }

  private void call(DblinkCall call) {
    boolean schema =
        plan.target()
            .server()
            .dblink()
            .map(e -> Optional.of(e.schema()).equals(call.function().schema()))
            .orElse(true);
    require(
        schema && call.function().name().name().equals("dblink"), "it calls " + call.function());
    require(
        call.connection().flatMap(DblinkCall.Argument::value).equals(Optional.of(statement.link())),
        "it does not read through the link \"" + statement.link() + "\"");
    require(call.query().value().equals(Optional.of(statement.sent())), REMOTE);
    require(call.failOnError().isEmpty(), "it lets errors of the source pass");
    List<String> wanted =
        plan.remoteColumns().stream()
            .map(c -> c.name().quoted() + " " + c.declared().sql())
            .toList();
    List<String> found =
        call.columns().stream().map(c -> c.name().quoted() + " " + c.type()).toList();
    require(found.equals(wanted), "its column definition list is another");
  }

  private void rest() {
    require(insert.dblinkCalls() == 1, "it calls dblink %d times".formatted(insert.dblinkCalls()));
    require(insert.otherFrom().isEmpty(), "it reads more than the dblink call");
    require(insert.where().isEmpty(), "its SELECT has a WHERE of its own");
    require(insert.returning().isEmpty(), "it has RETURNING");
    require(
        EXPECTED.containsAll(insert.features()),
        "its SELECT has a clause that no plan has, such as GROUP BY or LIMIT");
    require(conflictFits(), "its ON CONFLICT clause is another");
  }

  private boolean conflictFits() {
    if (plan.conflict() instanceof ConflictAction.Raise) {
      return insert.conflict().isEmpty();
    }
    String planned = plan.conflict().sql().substring("ON CONFLICT".length());
    return insert.conflict().isPresent()
        && insert.conflict().equals(ConflictClause.parse(planned).value());
  }
}
