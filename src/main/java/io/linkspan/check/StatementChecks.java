package io.linkspan.check;

import io.linkspan.plan.CopyPlan;
import io.linkspan.sql.DblinkInsert;
import io.linkspan.sql.ReadProblem;
import io.linkspan.sql.Reading;
import io.linkspan.sql.SingleRead;
import io.linkspan.statement.DblinkStatement;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads the statement's text again and holds it against the plan: whatever a user's expression
 * holds, the statement must still be one INSERT through one dblink call that reads and nothing
 * else.
 */
final class StatementChecks {
  private StatementChecks() {}

  static List<Finding> check(CopyPlan plan, DblinkStatement statement) {
    List<Finding> findings = new ArrayList<>();
    for (ReadProblem problem : SingleRead.problems(statement.remoteQuery())) {
      findings.add(
          NotOneRead.finding(
              problem, statement.remoteQuery(), " See line %d of the remote query: plan sql"));
    }
    if (findings.isEmpty()) {
      RemoteComparison.differences(plan, statement.remoteQuery())
          .forEach(difference -> findings.add(remoteDiffers(difference)));
    }
    Reading<DblinkInsert> reading = DblinkInsert.parse(statement.insert());
    reading
        .unparsed()
        .ifPresent(
            why ->
                findings.add(
                    Finding.error(
                        CheckId.STATEMENT_UNREADABLE,
                        "the statement is not one INSERT … SELECT through dblink: " + why.reason(),
                        "Refine the clause at line %d, column %d: plan sql"
                            .formatted(why.line(), why.column()))));
    reading
        .value()
        .ifPresent(
            insert -> {
              for (String difference : StatementComparison.differences(plan, statement, insert)) {
                findings.add(
                    Finding.error(
                        CheckId.STATEMENT_DIFFERS,
                        "the statement is not what the plan says: " + difference,
                        "Refine the clause that holds it: plan sql"));
              }
              insert.doubt().ifPresent(doubt -> findings.add(doubted(doubt.reason())));
            });
    return findings;
  }

  private static Finding remoteDiffers(String difference) {
    return Finding.error(
        CheckId.STATEMENT_DIFFERS,
        "the statement is not what the plan says: " + difference,
        "Put such clauses into a query: plan copy (SELECT … LIMIT 10) -> TARGET");
  }

  private static Finding doubted(String reason) {
    return Finding.note(
        CheckId.NOT_KNOWN_TO_PARSER,
        "a part of the statement is not known to the parser (%s); the servers' own check decides"
            .formatted(reason));
  }
}
