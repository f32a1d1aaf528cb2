package io.linkspan.check;

import io.linkspan.catalog.ConnectionRoom.Limit;
import io.linkspan.catalog.DatabaseIdentity;
import io.linkspan.pg.ErrorFields;
import io.linkspan.pg.SqlState;
import io.linkspan.plan.CopyPlan;
import io.linkspan.plan.Division;
import java.util.ArrayList;
import java.util.List;

/** A server that has fewer sessions left than the run opens. */
final class TooFewConnections implements PlanCheck {
  private static final SqlState TOO_MANY = new SqlState("53300");

  @Override
  public List<Finding> check(CopyPlan plan) {
    Division division = plan.howItRuns().division();
    CopySessions sessions = CopySessions.of(division.commitsBatches() ? division.workers() : 0);
    List<Finding> findings = new ArrayList<>();
    if (oneServer(plan)) {
      check(plan, plan.target(), sessions.onSource() + sessions.onTarget(), 2, findings);
    } else {
      check(plan, plan.source(), sessions.onSource(), 1, findings);
      check(plan, plan.target(), sessions.onTarget(), 1, findings);
    }
    return findings;
  }

  private static boolean oneServer(CopyPlan plan) {
    DatabaseIdentity source = plan.source().server().state().identity();
    DatabaseIdentity target = plan.target().server().state().identity();
    return source.started().equals(target.started()) && source.port().equals(target.port());
  }

  private void check(
      CopyPlan plan, CopyPlan.End end, long needed, int perWorker, List<Finding> findings) {
    Limit limit = end.server().state().room().tightest();
    if (limit.free() >= needed) {
      return;
    }
    int workers = plan.howItRuns().division().workers();
    long fewer = workers - (needed - limit.free() + perWorker - 1) / perWorker;
    boolean batches = plan.howItRuns().division().commitsBatches();
    String less =
        batches && fewer >= 1
            ? "Copy with fewer workers: workers %d".formatted(fewer)
            : batches && limit.free() >= perWorker
                ? "Copy in one transaction: batch off"
                : "Close other sessions, or have the limit raised.";
    findings.add(
        new Finding(
            CheckId.TOO_FEW_CONNECTIONS,
            Finding.Severity.WARNING,
            ErrorFields.of(
                    "the run opens up to %s on \"%s\", which has %d left"
                        .formatted(more(needed), end.connection(), limit.free()))
                .withSqlState(TOO_MANY)
                .withDetail(
                    "%s is %d; %d are in use.".formatted(limit.name(), limit.most(), limit.used()))
                .withHint(less)));
  }

  private static String more(long sessions) {
    return sessions == 1 ? "1 more session" : sessions + " more sessions";
  }
}
