package io.linkspan.command;

import io.linkspan.check.Finding;
import io.linkspan.plan.CopyPlan;
import io.linkspan.statement.DblinkStatement;
import java.util.List;

/** A plan with its statement and all that was found. */
record Planned(CopyPlan plan, DblinkStatement statement, List<Finding> findings) {
  Planned {
    findings = List.copyOf(findings);
  }
}
