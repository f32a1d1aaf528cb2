package io.linkspan.command;

import io.linkspan.connection.ServerException;
import io.linkspan.pg.ErrorFields;
import io.linkspan.pg.UserException;
import io.linkspan.plan.CopyPlan;
import io.linkspan.run.RunStopped;

/** Says of an error that ended a run which side raised it, what is there, and what to type. */
final class RunErrors {
  private RunErrors() {}

  /** Whether some of the run was committed and stays. */
  static boolean left(RuntimeException e) {
    return e instanceof RunStopped || e.getCause() instanceof RunStopped;
  }

  static UserException explained(UserException e, CopyPlan plan) {
    if (e instanceof RunStopped stopped) {
      return stopped
          .byServer()
          .filter(server -> e.kind() != UserException.Kind.INTERRUPTED)
          .map(server -> explained(server, stopped.fields(), plan, stopped))
          .orElse(e);
    }
    if (!(e instanceof ServerException server)) {
      return e;
    }
    ErrorFields fields = e.fields();
    String detail = fields.detail().map(d -> d + " ").orElse("") + "Nothing was changed.";
    return explained(server, fields.withDetail(detail), plan, server);
  }

  private static UserException explained(
      ServerException server, ErrorFields fields, CopyPlan plan, UserException cause) {
    String side =
        server.cameThroughDblink()
            ? "source \"%s\"".formatted(plan.source().connection())
            : "target \"%s\"".formatted(plan.target().connection());
    String message = "%s stopped the run: %s".formatted(side, fields.message());
    String cure = RunCures.cure(server.sqlState()).orElse("See the plan: plan");
    boolean told = server.fields().hint().isPresent();
    String next =
        fields.hint().filter(hint -> !hint.equals(server.fields().hint().orElse(""))).orElse("");
    String hint =
        told
            ? fields.hint().orElseThrow()
            : next.isEmpty() ? cure : cure + (cure.endsWith(".") ? " " : ". ") + next;
    return new UserException(server.kind(), fields.withMessage(message).withHint(hint), cause);
  }
}
