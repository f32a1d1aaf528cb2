package io.linkspan.command;

import io.linkspan.check.PlanScene;
import io.linkspan.command.Usage.Group;
import io.linkspan.connection.ResultListener;
import io.linkspan.pg.UserException;
import io.linkspan.plan.CopyPlan;
import io.linkspan.report.Line;
import io.linkspan.report.Style;
import io.linkspan.request.Distinct;
import io.linkspan.run.RunListener;
import io.linkspan.statement.StatementWriter;
import java.util.List;

/** {@code preview [N]}: the first rows as they would be inserted. */
final class PreviewCommand implements Command {
  private static final long ROWS = 10;

  private final Workspace workspace;
  private final Planning planning;

  PreviewCommand(Workspace workspace, Planning planning) {
    this.workspace = workspace;
    this.planning = planning;
  }

  @Override
  public Usage usage() {
    return new Usage(
        Group.PLANNING,
        List.of("preview"),
        List.of("preview [ROWS]"),
        "the first rows as they would be inserted; 10 where no number is given",
        "Only so many rows are read from the source. DISTINCT is applied to those alone.",
        List.of("preview", "preview 3"));
  }

  @Override
  public Outcome execute(Invocation invocation) {
    long rows = RowCount.parse(invocation.tokens(), ROWS);
    ReadyPlan ready = ReadyPlan.of(workspace, planning);
    String sql = StatementWriter.preview(ready.planned().plan(), ready.link().name(), rows);
    CopyPlan plan = ready.planned().plan();
    Outcome results = new Outcome.Results(sql, listener -> shown(ready, sql, listener));
    boolean all = plan.distinct() instanceof Distinct.None;
    return all
        ? results
        : new Outcome.Several(
            List.of(
                results,
                new Outcome.Shown(
                    List.of(
                        Line.of(
                            Style.DIM,
                            "Of the first %d source rows; equal ones are shown once."
                                .formatted(rows))))));
  }

  private void shown(ReadyPlan ready, String sql, ResultListener listener) {
    CopyPlan plan = ready.planned().plan();
    try {
      Explained.run(PlanScene.copy(plan), () -> ready.session().run(sql, listener));
    } catch (UserException e) {
      throw new TracedError(workspace, planning).traced(e, e, plan, RunListener.NONE);
    }
  }
}
