package io.linkspan.command;

import io.linkspan.command.Usage.Group;
import io.linkspan.report.Grid;
import io.linkspan.report.Grid.Cell;
import io.linkspan.report.Grid.Head;
import io.linkspan.report.RunWords;
import java.time.ZoneId;
import java.util.List;

/** {@code plans}: the plans that are kept by name. */
final class PlansCommand implements Command {
  private final Workspace workspace;

  PlansCommand(Workspace workspace) {
    this.workspace = workspace;
  }

  @Override
  public Usage usage() {
    return new Usage(
        Group.PLANNING,
        List.of("plans"),
        List.of("plans"),
        "the plans that are kept by name",
        "They are scripts in the folder plans beside the configuration file, readable by you alone,"
            + " and may be replayed as well.",
        List.of("plans"));
  }

  @Override
  public Outcome execute(Invocation invocation) {
    invocation.requireNothing();
    List<SavedPlans.Kept> kept = workspace.plans().all();
    if (kept.isEmpty()) {
      return Outcome.line("No plan is saved. Type: plan save NAME");
    }
    ZoneId zone = ZoneId.systemDefault();
    List<List<Cell>> rows =
        kept.stream()
            .map(
                each ->
                    List.of(
                        Cell.of(each.name()),
                        Cell.of(RunWords.moment(each.saved(), zone)),
                        Cell.of(each.copy())))
            .toList();
    Grid grid = new Grid(List.of(Head.of("Plan"), Head.of("Saved"), Head.of("Copy")), rows);
    return new Outcome.Shown(grid.render(invocation.page()));
  }
}
