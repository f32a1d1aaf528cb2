package io.linkspan.check;

import io.linkspan.catalog.ServerFacts;
import io.linkspan.pg.ErrorFields;
import io.linkspan.pg.Identifier;
import io.linkspan.pg.SqlState;
import io.linkspan.plan.CopyPlan;
import java.util.List;

/** The role cannot keep a run in the target, so that it could not be resumed or taken back. */
final class NoJournal implements PlanCheck {
  @Override
  public List<Finding> check(CopyPlan plan) {
    return findings(plan.target().server(), plan.target().connection());
  }

  /** Why the role cannot keep a journal in the database of that connection, if so. */
  List<Finding> findings(ServerFacts server, String on) {
    return switch (server.journal()) {
      case READY, CAN_BE_MADE -> List.of();
      case CANNOT_BE_MADE ->
          List.of(
              finding(
                  server,
                  on,
                  "GRANT CREATE ON DATABASE %s TO %s;"
                      .formatted(
                          new Identifier(server.database()).quoted(), server.role().quoted())));
      case NO_RIGHT ->
          List.of(
              finding(
                  server,
                  on,
                  ("GRANT USAGE ON SCHEMA linkspan TO %1$s; GRANT SELECT, INSERT, UPDATE, DELETE"
                          + " ON ALL TABLES IN SCHEMA linkspan TO %1$s;")
                      .formatted(server.role().quoted())));
    };
  }

  private Finding finding(ServerFacts server, String on, String grant) {
    return new Finding(
        CheckId.NO_JOURNAL,
        Finding.Severity.WARNING,
        ErrorFields.of(
                "role \"%s\" cannot keep a journal of runs on target \"%s\""
                    .formatted(server.role().name(), on))
            .withSqlState(SqlState.INSUFFICIENT_PRIVILEGE)
            .withDetail("Without it a run cannot be resumed or taken back.")
            .withHint("As the owner: %s Or do without: run without journal".formatted(grant)));
  }
}
