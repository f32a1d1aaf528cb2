package io.linkspan.command;

import io.linkspan.check.Checks;
import io.linkspan.check.Finding;
import io.linkspan.check.Planned;
import io.linkspan.connection.Link;
import io.linkspan.connection.OpenConnection;
import io.linkspan.connection.Session;
import io.linkspan.pg.ErrorFields;
import io.linkspan.pg.UserException;
import io.linkspan.plan.Batch;
import io.linkspan.run.RunEnds;
import io.linkspan.statement.StatementWriter;

/** The plan in hand, made again from the tables as they are now, and its open link. */
record ReadyPlan(Planned planned, RunEnds ends) {
  /**
   * Makes the plan ready.
   *
   * @throws UserException where a check refuses it, the tables have changed since it was shown, or
   *     a transaction is open
   */
  static ReadyPlan of(Workspace workspace, Planning planning) {
    Planned shown = workspace.plan().require();
    Planned now = planning.plan(shown.plan().request());
    OpenConnection source = workspace.connections().named(now.plan().source().connection());
    OpenConnection target = workspace.connections().named(now.plan().target().connection());
    requireIdle(target);
    workspace.plan().replace(now);
    if (Checks.refuse(now.findings())) {
      throw refused(now);
    }
    if (!sameCopy(now, shown)) {
      throw new UserException(
          UserException.Kind.CHECK,
          ErrorFields.of("the tables have changed since the plan was shown")
              .withDetail("The statement would be another one now.")
              .withHint("Look at it again: plan"));
    }
    return new ReadyPlan(
        now, new RunEnds(source, target, workspace.connections().link(source, target)));
  }

  /** New statistics may change the size of the batches, and make no other copy of it. */
  private static boolean sameCopy(Planned now, Planned shown) {
    Batch all = new Batch.All();
    String link = now.statement().link();
    return StatementWriter.write(now.plan(), link, all)
        .equals(StatementWriter.write(shown.plan(), link, all));
  }

  Link link() {
    return ends.link();
  }

  /** The target's session, in which the link is open. */
  Session session() {
    return ends.target().session();
  }

  /**
   * Fails where a transaction is open in the target's session.
   *
   * @throws UserException with what ends it
   */
  static void requireIdle(OpenConnection target) {
    target.session().requireIdle("");
  }

  private static UserException refused(Planned planned) {
    Finding first = planned.findings().get(0);
    long errors =
        planned.findings().stream()
            .filter(finding -> finding.severity() == Finding.Severity.ERROR)
            .count();
    ErrorFields fields = first.fields();
    return new UserException(
        UserException.Kind.CHECK,
        errors == 1
            ? fields
            : fields.withDetail(
                "This is the first of %d errors; see all of them: check".formatted(errors)));
  }
}
