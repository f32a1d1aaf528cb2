package io.linkspan.command;

import io.linkspan.catalog.ServerFacts.JournalPlace;
import io.linkspan.check.CheckId;
import io.linkspan.check.Finding;
import io.linkspan.check.PlanScene;
import io.linkspan.check.Planned;
import io.linkspan.command.Usage.Group;
import io.linkspan.connection.Link;
import io.linkspan.connection.OpenConnection;
import io.linkspan.journal.Journal;
import io.linkspan.journal.JournaledRun;
import io.linkspan.journal.RunState;
import io.linkspan.pg.UserException;
import io.linkspan.plan.CopyPlan;
import io.linkspan.report.Page;
import io.linkspan.report.VerifyScreen;
import io.linkspan.request.CopyParser;
import io.linkspan.run.RunListener;
import io.linkspan.session.Fact;
import io.linkspan.sql.Tokens;
import io.linkspan.verify.CopiedBefore;
import io.linkspan.verify.Verification;
import io.linkspan.verify.VerifyRun;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** {@code verify [RUN]}: compares what was copied, source against target. */
final class VerifyCommand implements Command {
  /** What a copy needs and a comparison does not: the right to write. */
  private static final Set<CheckId> OF_WRITING =
      Set.of(CheckId.MISSING_RIGHT, CheckId.UNFIT_TARGET, CheckId.PARTITION_KEY);

  private final Workspace workspace;
  private final Planning planning;

  VerifyCommand(Workspace workspace, Planning planning) {
    this.workspace = workspace;
    this.planning = planning;
  }

  @Override
  public Usage usage() {
    return new Usage(
        Group.RUNNING,
        List.of("verify"),
        List.of("verify", "verify RUN"),
        "compares what was copied, source against target, down to the columns that differ",
        "Of the plan in hand, or of a run in the journal. Both servers hash their rows side by side;"
            + " rows are looked at one by one only where the sums differ. Rows that the conflict rule"
            + " skipped are told apart from rows that differ or are missing. Reads alone, in one"
            + " snapshot of each server. A script ends with exit code 5 where a row differs or is"
            + " missing.",
        List.of("verify"));
  }

  @Override
  public Outcome execute(Invocation invocation) {
    Optional<Long> number = RunNumber.parse(invocation.tokens());
    OpenConnection target = target(number);
    ReadyPlan.requireIdle(target);
    Optional<JournaledRun> run = number.map(each -> journaled(target, each));
    Planned planned =
        planning.plan(
            run.map(each -> CopyParser.parse(Tokens.of(each.entry().request())))
                .orElseGet(() -> workspace.plan().require().plan().request()));
    refuseErrors(planned);
    return new Outcome.Working(
        listener -> compared(planned.plan(), run, listener, invocation.page()));
  }

  private OpenConnection target(Optional<Long> number) {
    return number.isPresent()
        ? workspace.connections().targetOr(Optional.empty())
        : workspace.connections().named(workspace.plan().require().plan().target().connection());
  }

  private static JournaledRun journaled(OpenConnection target, long number) {
    JournaledRun run =
        RunNumber.find(target, Optional.of(number), Journal::latestInterrupted, "interrupted");
    if (run.state() == RunState.RUNNING) {
      throw UserException.usage(
          "run %d is not finished".formatted(number), "Compare when it is: verify " + number);
    }
    if (run.state() == RunState.UNDONE) {
      throw UserException.usage(
          "the rows of run %d were taken back by undo".formatted(number),
          "Compare by the plan in hand: verify");
    }
    return run;
  }

  private static void refuseErrors(Planned planned) {
    planned.findings().stream()
        .filter(finding -> finding.severity() == Finding.Severity.ERROR)
        .filter(finding -> !OF_WRITING.contains(finding.id()))
        .findFirst()
        .ifPresent(
            finding -> {
              throw new UserException(UserException.Kind.CHECK, finding.fields());
            });
  }

  private Outcome compared(
      CopyPlan plan, Optional<JournaledRun> run, RunListener listener, Page page) {
    OpenConnection source = workspace.connections().named(plan.source().connection());
    OpenConnection target = workspace.connections().named(plan.target().connection());
    Optional<CopiedBefore> copied = copied(target, plan, run);
    Link link = workspace.connections().link(source, target);
    VerifyRun comparison = new VerifyRun(plan, copied, link, target.session(), target::openSession);
    Verification found =
        Explained.of(
            PlanScene.copy(plan),
            () -> workspace.stoppable(comparison::stop, () -> comparison.run(listener)));
    return new Outcome.Told(
        new Fact.Verified(plan, found),
        found.foundDifference()
            ? new Outcome.Wrong(UserException.Kind.DIFFERENCE, VerifyScreen.of(plan, found, page))
            : new Outcome.Shown(VerifyScreen.of(plan, found, page)));
  }

  private static Optional<CopiedBefore> copied(
      OpenConnection target, CopyPlan plan, Optional<JournaledRun> run) {
    if (plan.target().server().journal() != JournalPlace.READY) {
      return Optional.empty();
    }
    return Journal.find(target.session())
        .flatMap(
            journal ->
                run.map(each -> CopiedBefore.of(journal, each, plan))
                    .or(() -> CopiedBefore.latest(journal, plan)));
  }
}
