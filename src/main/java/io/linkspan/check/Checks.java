package io.linkspan.check;

import io.linkspan.check.Finding.Severity;
import io.linkspan.connection.Link;
import io.linkspan.connection.Session;
import io.linkspan.connection.TransactionStatus;
import io.linkspan.pg.UserException;
import io.linkspan.plan.CopyPlan;
import io.linkspan.statement.DblinkStatement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** All checks of a plan and its statement. */
public final class Checks {
  private Checks() {}

  /** What opening the link gave. */
  public interface LinkAttempt extends Supplier<Link> {}

  /**
   * Every finding, the gravest first: of the plan, of the statement held against it, and, where
   * those found no error, of both servers.
   *
   * @param link opens the link, or gives the open one; may throw what opening throws
   */
  public static List<Finding> all(
      CopyPlan plan, DblinkStatement statement, LinkAttempt link, Session target) {
    List<Finding> findings = new ArrayList<>(PlanChecks.check(plan));
    findings.addAll(StatementChecks.check(plan, statement));
    boolean hopeless = findings.stream().anyMatch(f -> f.severity() == Severity.ERROR);
    if (target.transactionStatus() != TransactionStatus.IDLE) {
      findings.add(
          Finding.note(
              CheckId.TRANSACTION_OPEN,
              "a transaction is open on \"%s\", so the servers were not asked"
                  .formatted(target.name())));
    } else if (!hopeless) {
      try {
        List<Finding> rights = SequenceRights.check(plan, target);
        findings.addAll(rights);
        if (rights.isEmpty()) {
          findings.addAll(ServerChecks.check(statement, link.get(), target, PlanScene.copy(plan)));
        }
      } catch (UserException e) {
        findings.add(LinkTrouble.explain(e, PlanScene.link(plan)));
      }
    }
    findings.sort(Comparator.comparing(Finding::severity));
    return List.copyOf(findings);
  }

  /** Why runs of the plan cannot be kept in the target's journal, if so. */
  public static Optional<Finding> withoutJournal(CopyPlan plan) {
    return new NoJournal().check(plan).stream().findFirst();
  }

  /** Whether the run is refused. */
  public static boolean refuse(List<Finding> findings) {
    return findings.stream().anyMatch(finding -> finding.severity() == Severity.ERROR);
  }
}
