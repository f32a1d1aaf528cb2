package io.linkspan.command;

import io.linkspan.check.Finding;
import io.linkspan.plan.CopyPlan;
import io.linkspan.report.ShownPlan;
import io.linkspan.statement.DblinkStatement;
import java.util.List;

/** A plan with its statement and all that was found. */
record Planned(CopyPlan plan, DblinkStatement statement, List<Finding> findings) {
  Planned {
    findings = List.copyOf(findings);
  }

  /** The same for its screen. */
  ShownPlan shown() {
    return new ShownPlan(plan, statement, findings);
  }

  /** Whether the connection of that name is one of its ends. */
  boolean joins(String connection) {
    return plan.source().connection().equals(connection)
        || plan.target().connection().equals(connection);
  }
}
