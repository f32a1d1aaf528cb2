package io.linkspan.command;

import io.linkspan.catalog.Key;
import io.linkspan.check.PlanScene;
import io.linkspan.command.Usage.Group;
import io.linkspan.plan.ConflictAction;
import io.linkspan.plan.CopyPlan;
import io.linkspan.report.ConflictsScreen;
import io.linkspan.session.Fact;
import io.linkspan.statement.ConflictsQuery;
import java.util.List;
import java.util.Optional;

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
        "The whole source is read, and nothing is written. A row clashes with a row of the target, or"
            + " with an earlier row of the copy itself.",
        List.of("conflicts", "conflicts 3"));
  }

  @Override
  public Outcome execute(Invocation invocation) {
    long rows = RowCount.parse(invocation.tokens(), ROWS);
    ReadyPlan ready = ReadyPlan.of(workspace, planning);
    CopyPlan plan = ready.planned().plan();
    List<Key> keys = plan.keysAtRisk().stream().filter(key -> !key.exclusion()).toList();
    if (keys.isEmpty()) {
      return told(
          plan,
          List.of(),
          Outcome.line(
              "No unique key of %s can clash: the copy fills none.".formatted(plan.into().name())));
    }
    String sql = ConflictsQuery.of(plan, ready.link().name(), rows);
    Collected collected = new Collected();
    Explained.run(PlanScene.copy(plan), () -> ready.session().run(sql, collected));
    return told(
        plan,
        ClashGroups.of(collected.rows(), key -> fate(plan, key)),
        new Outcome.Shown(
            ConflictsScreen.of(
                collected.heads(), collected.rows(), key -> fate(plan, key), invocation.page())));
  }

  private static Outcome told(CopyPlan plan, List<Fact.Clashes> groups, Outcome shown) {
    List<String> columns = plan.assignments().stream().map(a -> a.target().name().name()).toList();
    return new Outcome.Told(new Fact.Conflicted(plan, columns, groups), shown);
  }

  /** What a row that clashes on the key would do: only a key that the rule covers is forgiven. */
  private static String fate(CopyPlan plan, String key) {
    String stop = "stop the copy";
    if (plan.conflict() instanceof ConflictAction.Skip skip) {
      return covers(skip.target(), skip.arbiter(), key) ? "be skipped" : stop;
    }
    if (plan.conflict() instanceof ConflictAction.Update update) {
      return covers(update.target(), update.arbiter(), key) ? "update" : stop;
    }
    return stop;
  }

  private static boolean covers(String target, Optional<Key> arbiter, String key) {
    return target.isEmpty() || arbiter.map(named -> named.name().name().equals(key)).orElse(true);
  }
}
