package io.linkspan.command;

import io.linkspan.check.Checks;
import io.linkspan.command.Usage.Group;
import io.linkspan.pg.UserException;
import io.linkspan.plan.CopyPlan;
import io.linkspan.report.Line;
import io.linkspan.report.Quantity;
import io.linkspan.report.ReceiptScreen;
import io.linkspan.report.SkippedRowsFile;
import io.linkspan.run.CopyRun;
import io.linkspan.run.Receipt;
import io.linkspan.run.RunListener;
import io.linkspan.run.SkippedRow;
import io.linkspan.session.Course;
import io.linkspan.session.Fact;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** {@code run} and {@code run dry}. */
final class RunCommand implements Command {
  private final Workspace workspace;
  private final Planning planning;
  private final Care care;

  RunCommand(Workspace workspace, Planning planning) {
    this.workspace = workspace;
    this.planning = planning;
    this.care = new Care(workspace);
  }

  @Override
  public Usage usage() {
    return new Usage(
        Group.RUNNING,
        List.of("run"),
        List.of("run [dry] [skipped to FILE] [without journal]"),
        "runs exactly what plan showed, and ends in a receipt",
        "plan says how it runs: in one transaction, or in batches that each are one; what is"
            + " committed stays, and resume goes on after whatever stopped the rest. The run is kept"
            + " in the target's schema linkspan, which is made when it is first needed. \"run dry\""
            + " is one transaction that is rolled back at the end, with the same receipt; numbers"
            + " drawn from sequences are used up all the same. Ctrl-C stops it on both servers."
            + " \"skipped to\" keeps every skipped row in a file with the key and the row that it"
            + " clashed with: as JSON, one object a line, where the file ends in .json, else as CSV.",
        List.of("run dry", "run", "run skipped to skipped.csv"));
  }

  @Override
  public Outcome execute(Invocation invocation) {
    RunOptions options = RunOptions.parse(invocation.tokens());
    ReadyPlan ready = ReadyPlan.of(workspace, planning);
    CopyPlan plan = ready.planned().plan();
    if (options.mode() == CopyRun.Mode.JOURNALED) {
      Checks.withoutJournal(plan)
          .ifPresent(
              missing -> {
                throw new UserException(UserException.Kind.CHECK, missing.fields());
              });
    }
    Optional<Outcome> refused =
        options.mode() == CopyRun.Mode.DRY
            ? Optional.empty()
            : care.before(ready.ends().target(), CopyWords.of("run", plan), invocation.questions());
    return refused.orElseGet(() -> working(ready, options));
  }

  private Outcome working(ReadyPlan ready, RunOptions options) {
    return new Outcome.Working(
        listener ->
            options
                .skippedTo()
                .map(file -> keptSkipped(ready, options, file, listener))
                .orElseGet(
                    () ->
                        told(
                            carriedOut(ready, options.mode(), Optional.empty(), listener),
                            List.of())));
  }

  private Outcome keptSkipped(
      ReadyPlan ready, RunOptions options, String name, RunListener listener) {
    CopyPlan plan = ready.planned().plan();
    List<String> columns = plan.assignments().stream().map(a -> a.target().name().name()).toList();
    Path path = FilePath.of(workspace.environment(), name);
    SkippedRowsFile file = SkippedRowsFile.create(path, columns);
    Fact.Ran ran;
    try {
      ran = carriedOut(ready, options.mode(), Optional.of(file::append), listener);
    } catch (RuntimeException e) {
      if (RunErrors.left(e) && file.rows() > 0) {
        file.close();
      } else {
        file.abandon();
      }
      throw e;
    }
    file.close();
    String kept = Quantity.count(file.rows(), "skipped row") + " written to " + path;
    return told(ran, List.of(Line.of(kept)));
  }

  private static Outcome told(Fact.Ran ran, List<Line> more) {
    List<Line> lines = ReceiptScreen.of(ran.planned().plan(), ran.receipt());
    Outcome told = new Outcome.Told(ran, new Outcome.Shown(lines));
    return more.isEmpty() ? told : new Outcome.Several(List.of(told, new Outcome.Shown(more)));
  }

  private Fact.Ran carriedOut(
      ReadyPlan ready,
      CopyRun.Mode mode,
      Optional<Consumer<List<SkippedRow>>> skipped,
      RunListener listener) {
    CopyPlan plan = ready.planned().plan();
    CopyRun started = new CopyRun(plan, ready.ends(), mode, skipped);
    Course course = new Course(listener);
    try {
      Receipt receipt = workspace.carryOut(started, run -> run.run(course));
      return new Fact.Ran(ready.planned(), receipt, course.kept());
    } catch (UserException e) {
      UserException told =
          new TracedError(workspace, planning)
              .traced(e, RunErrors.explained(e, plan), plan, listener);
      workspace.session().add(Fact.Stopped.by(told, ready.planned(), course.kept()));
      throw told;
    }
  }
}
