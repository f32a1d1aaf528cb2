package io.linkspan.command;

import io.linkspan.check.PlanScene;
import io.linkspan.connection.ServerException;
import io.linkspan.pg.ErrorFields;
import io.linkspan.pg.Explanation;
import io.linkspan.pg.UserException;
import io.linkspan.plan.CopyPlan;
import io.linkspan.run.RunStopped;
import io.linkspan.trouble.Troubles;
import java.util.Optional;

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
    Explanation why = why(server, plan);
    String rest = fields.hint().orElse("");
    Optional<String> hint = server.fields().hint();
    String then = hint.map(own -> rest.substring(own.length())).orElse(rest).strip();
    Explanation all = then.isEmpty() ? why : new Explanation(why.cause(), why.next() + "\n" + then);
    ErrorFields told =
        new ErrorFields(
                "%s stopped the run: %s".formatted(side, fields.message()),
                fields.sqlState(),
                fields.detail(),
                hint,
                fields.context(),
                fields.position())
            .withExplanation(all);
    return new UserException(server.kind(), told, cause);
  }

  private static Explanation why(ServerException server, CopyPlan plan) {
    return Troubles.explained(server, PlanScene.copy(plan))
        .explanation()
        .orElseThrow(() -> new IllegalStateException("not explained: " + server));
  }
}
