package io.linkspan.command;

import io.linkspan.check.Checks;
import io.linkspan.command.Usage.Group;
import io.linkspan.pg.UserException;
import io.linkspan.plan.CopyPlan;
import io.linkspan.report.ReceiptScreen;
import io.linkspan.run.CopyRun;
import io.linkspan.run.Receipt;
import io.linkspan.run.RunListener;
import io.linkspan.sql.Tokens;
import java.util.List;

/** {@code run} and {@code run dry}. */
final class RunCommand implements Command {
  private final Workspace workspace;
  private final Planning planning;

  RunCommand(Workspace workspace, Planning planning) {
    this.workspace = workspace;
    this.planning = planning;
  }

  @Override
  public Usage usage() {
    return new Usage(
        Group.RUNNING,
        List.of("run"),
        List.of("run [dry] [without journal]"),
        "runs exactly what plan showed, and ends in a receipt",
        "plan says how it runs: in one transaction, or in batches that each are one; what is"
            + " committed stays, and resume goes on after whatever stopped the rest. The run is kept"
            + " in the target's schema linkspan, which is made when it is first needed. \"run dry\""
            + " is one transaction that is rolled back at the end, with the same receipt; numbers"
            + " drawn from sequences are used up all the same. Ctrl-C stops it on both servers.",
        List.of("run dry", "run"));
  }

  @Override
  public Outcome execute(Invocation invocation) {
    Tokens tokens = invocation.tokens();
    boolean dry = tokens.acceptWord("dry");
    boolean without = tokens.acceptWord("without", "journal");
    tokens.expectEnd();
    CopyRun.Mode mode =
        dry ? CopyRun.Mode.DRY : without ? CopyRun.Mode.WITHOUT_JOURNAL : CopyRun.Mode.JOURNALED;
    ReadyPlan ready = ReadyPlan.of(workspace, planning);
    if (mode == CopyRun.Mode.JOURNALED) {
      Checks.withoutJournal(ready.planned().plan())
          .ifPresent(
              missing -> {
                throw new UserException(UserException.Kind.CHECK, missing.fields());
              });
    }
    return new Outcome.Working(listener -> carriedOut(ready, mode, listener));
  }

  private Outcome carriedOut(ReadyPlan ready, CopyRun.Mode mode, RunListener listener) {
    CopyPlan plan = ready.planned().plan();
    CopyRun started = new CopyRun(plan, ready.ends(), mode);
    try {
      Receipt receipt = workspace.carryOut(started, run -> run.run(listener));
      return new Outcome.Shown(ReceiptScreen.of(plan, receipt));
    } catch (UserException e) {
      throw RunErrors.explained(e, plan);
    }
  }

  /** The fields that {@code expect} knows. */
  static List<String> receiptFields() {
    return List.of("read", "duplicates", "inserted", "updated", "skipped", "dropped");
  }
}
