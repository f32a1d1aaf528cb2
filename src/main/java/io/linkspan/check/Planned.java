package io.linkspan.check;

import io.linkspan.plan.CopyPlan;
import io.linkspan.statement.DblinkStatement;
import java.util.List;
import java.util.stream.Stream;

/** A plan with its statement and all that was found. */
public record Planned(CopyPlan plan, DblinkStatement statement, List<Finding> findings) {
  public Planned {
    findings = List.copyOf(findings);
  }

  /** Whether the connection of that name is one of its ends. */
  public boolean joins(String connection) {
    return plan.source().connection().equals(connection)
        || plan.target().connection().equals(connection);
  }

  /** The lines of its statements, each statement ended by a semicolon. */
  public List<String> statementLines() {
    return Stream.concat(
            statement.declaration().stream().map(sql -> "-- on the source:\n" + sql + ";"),
            statement.all().stream().map(sql -> sql + ";"))
        .flatMap(String::lines)
        .toList();
  }

  /** How many findings are of that severity. */
  public long count(Finding.Severity severity) {
    return findings.stream().filter(finding -> finding.severity() == severity).count();
  }
}
