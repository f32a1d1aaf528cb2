package io.linkspan.command;

import io.linkspan.check.Checks;
import io.linkspan.check.Finding;
import io.linkspan.check.Planned;
import io.linkspan.command.Usage.Group;
import io.linkspan.connection.Link;
import io.linkspan.connection.OpenConnection;
import io.linkspan.journal.Journal;
import io.linkspan.journal.JournaledRun;
import io.linkspan.journal.RunState;
import io.linkspan.pg.ErrorFields;
import io.linkspan.pg.UserException;
import io.linkspan.plan.Batch;
import io.linkspan.plan.CopyPlan;
import io.linkspan.report.ReceiptScreen;
import io.linkspan.request.CopyParser;
import io.linkspan.run.CopyRun;
import io.linkspan.run.DivisionText;
import io.linkspan.run.Receipt;
import io.linkspan.run.RunEnds;
import io.linkspan.run.RunListener;
import io.linkspan.session.Course;
import io.linkspan.session.Fact;
import io.linkspan.sql.Tokens;
import io.linkspan.statement.StatementWriter;
import java.util.List;
import java.util.Optional;

/** {@code resume [RUN]}: goes on where an interrupted run stopped. */
final class ResumeCommand implements Command {
  private final Workspace workspace;
  private final Planning planning;

  ResumeCommand(Workspace workspace, Planning planning) {
    this.workspace = workspace;
    this.planning = planning;
  }

  @Override
  public Usage usage() {
    return new Usage(
        Group.RUNNING,
        List.of("resume"),
        List.of("resume [RUN]"),
        "goes on where an interrupted run stopped; no row twice, none missed",
        "Without a number, the latest run that was interrupted. The connections of the run's names"
            + " must be open. The source is read at another moment than before: rows that were added"
            + " or changed since are proposed as they are now, of those that were copied already the"
            + " conflict rule decides, and where that cannot be told, it is refused.",
        List.of("resume", "resume 7"));
  }

  @Override
  public Outcome execute(Invocation invocation) {
    Tokens tokens = invocation.tokens();
    Optional<Long> number = RunNumber.parse(tokens);
    OpenConnection journalAt = workspace.connections().targetOr(Optional.empty());
    JournaledRun run =
        RunNumber.find(journalAt, number, Journal::latestInterrupted, "was interrupted");
    requireInterrupted(run);
    OpenConnection target = workspace.connections().named(run.entry().target());
    String does =
        "resume %d copies the rest of %s into %s"
            .formatted(run.number(), run.entry().reading(), run.entry().into());
    return new Care(workspace)
        .before(target, does, invocation.questions())
        .orElseGet(() -> new Outcome.Working(listener -> resumed(run, listener)));
  }

  private static void requireInterrupted(JournaledRun run) {
    if (run.state() != RunState.INTERRUPTED) {
      String state =
          switch (run.state()) {
            case RUNNING -> "is running";
            case FINISHED -> "is finished";
            case UNDONE -> "was taken back";
            case INTERRUPTED -> "was interrupted";
          };
      throw new UserException(
          UserException.Kind.CHECK,
          ErrorFields.of("run %d %s".formatted(run.number(), state))
              .withHint("See all of them: runs"));
    }
  }

  private Outcome resumed(JournaledRun run, RunListener listener) {
    Planned planned = planning.plan(CopyParser.parse(Tokens.of(run.entry().request())));
    CopyPlan plan = planned.plan();
    requireSame(run, planned);
    OpenConnection source = workspace.connections().named(plan.source().connection());
    OpenConnection target = workspace.connections().named(plan.target().connection());
    RunEnds ends = new RunEnds(source, target, workspace.connections().link(source, target));
    boolean batches = !run.entry().division().matches("whole|fetches .*");
    CopyPlan divided = batches ? restored(run, plan) : plan;
    CopyRun started = new CopyRun(divided, ends, CopyRun.Mode.JOURNALED, Optional.empty());
    Course course = new Course(listener);
    try {
      Receipt receipt = workspace.carryOut(started, copy -> copy.resume(run, course));
      return new Outcome.Told(
          new Fact.Ran(planned, receipt, course.kept()),
          new Outcome.Shown(ReceiptScreen.of(divided, receipt)));
    } catch (UserException e) {
      UserException told =
          new TracedError(workspace, planning)
              .traced(e, RunErrors.explained(e, divided), divided, listener);
      workspace.session().add(Fact.Stopped.by(told, planned, course.kept()));
      throw told;
    }
  }

  private static CopyPlan restored(JournaledRun run, CopyPlan plan) {
    try {
      return DivisionText.restored(plan, run.entry().division());
    } catch (IllegalArgumentException e) {
      throw changed(run, e.getMessage() == null ? "" : e.getMessage());
    }
  }

  private static void requireSame(JournaledRun run, Planned planned) {
    if (Checks.refuse(planned.findings())) {
      Finding first = planned.findings().get(0);
      throw new UserException(UserException.Kind.CHECK, first.fields());
    }
    String link = Link.nameFor(planned.plan().source().connection());
    String statement = StatementWriter.write(planned.plan(), link, new Batch.All()).insert();
    if (!statement.equals(run.entry().statement())) {
      throw changed(run, "Its statement would be another one now.");
    }
  }

  private static UserException changed(JournaledRun run, String why) {
    return new UserException(
        UserException.Kind.CHECK,
        ErrorFields.of("the tables have changed since run %d began".formatted(run.number()))
            .withDetail(why)
            .withHint(
                "See what it did: runs %1$d; take it back: undo %1$d".formatted(run.number())));
  }
}
