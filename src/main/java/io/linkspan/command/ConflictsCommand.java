package io.linkspan.command;

import io.linkspan.catalog.Key;
import io.linkspan.command.Usage.Group;
import io.linkspan.plan.CopyPlan;
import io.linkspan.statement.ConflictsQuery;
import java.util.List;

/** {@code conflicts [N]}: the source rows whose key is taken, and by which key. */
final class ConflictsCommand implements Command {
  private static final long ROWS = 10;

  private final Workspace workspace;
  private final Planning planning;

  ConflictsCommand(Workspace workspace, Planning planning) {
    this.workspace = workspace;
    this.planning = planning;
  }

  @Override
  public Usage usage() {
    return new Usage(
        Group.PLANNING,
        List.of("conflicts"),
        List.of("conflicts [ROWS]"),
        "the rows that would be skipped or would update, by which key and with what they clash",
        "Clash \"target\" is a row that the target has already, \"source\" an earlier row of the copy"
            + " itself. The whole source is read. \"total\" counts all rows of that kind, of which"
            + " so many are shown.",
        List.of("conflicts", "conflicts 3"));
  }

  @Override
  public Outcome execute(Invocation invocation) {
    long rows = RowCount.parse(invocation.tokens(), ROWS);
    ReadyPlan ready = ReadyPlan.of(workspace, planning);
    CopyPlan plan = ready.planned().plan();
    List<Key> keys = plan.keysAtRisk().stream().filter(key -> !key.exclusion()).toList();
    if (keys.isEmpty()) {
      return Outcome.line(
          "No unique key of %s can clash: the copy fills none.".formatted(plan.into().name()));
    }
    String sql =
        ConflictsQuery.of(plan, ready.link().name(), ConflictsQuery.Moment.BEFORE_THE_RUN, rows);
    return new Outcome.Results(sql, listener -> ready.session().run(sql, listener));
  }
}
