package io.linkspan.report;

import io.linkspan.check.Finding;
import io.linkspan.plan.CopyPlan;
import io.linkspan.statement.DblinkStatement;
import java.util.List;
import java.util.stream.Stream;

/** A plan with its statement and what was found, as its screen shows it. */
public record ShownPlan(CopyPlan plan, DblinkStatement statement, List<Finding> findings) {
  public ShownPlan {
    findings = List.copyOf(findings);
  }

  /** The lines of its statements, each statement ended by a semicolon. */
  List<String> statementLines() {
    return Stream.concat(
            statement.declaration().stream().map(sql -> "-- on the source:\n" + sql + ";"),
            statement.all().stream().map(sql -> sql + ";"))
        .flatMap(String::lines)
        .toList();
  }

  long count(Finding.Severity severity) {
    return findings.stream().filter(finding -> finding.severity() == severity).count();
  }
}
