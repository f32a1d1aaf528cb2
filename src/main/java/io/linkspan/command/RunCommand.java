package io.linkspan.command;

import io.linkspan.command.Usage.Group;
import io.linkspan.connection.ServerException;
import io.linkspan.pg.ErrorFields;
import io.linkspan.pg.UserException;
import io.linkspan.report.ReceiptScreen;
import io.linkspan.run.CopyRun;
import io.linkspan.run.Receipt;
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
        List.of("run", "run dry"),
        "runs exactly what plan showed, and ends in a receipt",
        "All of it is one transaction: either everything is there afterwards or nothing. \"run dry\""
            + " rolls it back at the end, with the same receipt; numbers drawn from sequences are"
            + " used up all the same. Ctrl-C stops it on both servers.",
        List.of("run dry", "run"));
  }

  @Override
  public Outcome execute(Invocation invocation) {
    Tokens tokens = invocation.tokens();
    boolean dry = tokens.acceptWord("dry");
    tokens.expectEnd();
    ReadyPlan ready = ReadyPlan.of(workspace, planning);
    Planned planned = ready.planned();
    try {
      Receipt receipt =
          workspace.carryOut(
              new CopyRun(planned.plan(), planned.statement(), ready.link(), ready.session(), dry));
      return new Outcome.Shown(ReceiptScreen.of(planned.plan(), receipt));
    } catch (ServerException e) {
      throw explained(e, planned);
    }
  }

  /** Tells which side raised the error, and that nothing was changed. */
  private static UserException explained(ServerException e, Planned planned) {
    boolean bySource = e.cameThroughDblink();
    String side =
        bySource
            ? "source \"%s\"".formatted(planned.plan().source().connection())
            : "target \"%s\"".formatted(planned.plan().target().connection());
    ErrorFields fields = e.fields();
    String message = "%s stopped the run: %s".formatted(side, fields.message());
    String hint =
        fields.hint().orElseGet(() -> RunCures.cure(e.sqlState()).orElse("See the plan: plan"));
    String detail = fields.detail().map(d -> d + " ").orElse("") + "Nothing was changed.";
    return new UserException(
        e.kind(), fields.withMessage(message).withDetail(detail).withHint(hint), e);
  }

  /** The fields that {@code expect} knows. */
  static List<String> receiptFields() {
    return List.of("read", "duplicates", "inserted", "updated", "skipped", "dropped");
  }
}
