package io.linkspan.run;

import io.linkspan.connection.ServerException;
import io.linkspan.journal.JournaledRun;
import io.linkspan.pg.ErrorFields;
import io.linkspan.pg.SqlState;
import io.linkspan.pg.UserException;
import java.util.Locale;
import java.util.Optional;

/** Says of a run in batches that ended half-way what is there and how to go on. */
final class Interrupted {
  private Interrupted() {}

  static RuntimeException explained(RuntimeException e, LeadSession lead, RunProgress progress) {
    if (!(e instanceof UserException user)) {
      return e;
    }
    Optional<JournaledRun> known = known(lead);
    if (known.filter(run -> run.batchesDone() == 0).isPresent() && lead.forget()) {
      return with(user, "No batch was committed; nothing was changed.", Optional.empty());
    }
    if (lead.run().isEmpty()) {
      return with(
          user,
          "%d batches are committed and stay; without a journal nobody can tell which."
              .formatted(progress.done()),
          Optional.empty());
    }
    long run = lead.run().getAsLong();
    String done =
        known
            .map(
                r ->
                    String.format(
                        Locale.ROOT,
                        "%d of %d batches of run %d are committed and stay, with %,d rows read.",
                        r.batchesDone(),
                        r.batches(),
                        run,
                        r.counts().read()))
            .orElse("%d batches of run %d are committed and stay.".formatted(progress.done(), run));
    return with(
        user,
        done,
        Optional.of("Go on: resume %d; or take them back: undo %d".formatted(run, run)));
  }

  /** The target may be gone; then what this process has seen must do. */
  private static Optional<JournaledRun> known(LeadSession lead) {
    try {
      return lead.known();
    } catch (UserException e) {
      return Optional.empty();
    }
  }

  private static String sentence(String text) {
    return text + (text.endsWith(".") ? " " : ". ");
  }

  private static RuntimeException with(UserException e, String what, Optional<String> next) {
    boolean stopped = byUser(e);
    ErrorFields fields = stopped ? ErrorFields.of("the run was stopped") : e.fields();
    ErrorFields told =
        fields.withDetail(fields.detail().map(Interrupted::sentence).orElse("") + what);
    if (next.isPresent()) {
      told = told.withHint(told.hint().map(hint -> hint + " ").orElse("") + next.orElseThrow());
    }
    return new RunStopped(stopped ? UserException.Kind.INTERRUPTED : e.kind(), told, e);
  }

  /** Whether it tells no more than that somebody wanted the end, as a server's timeout does not. */
  static boolean byUser(RuntimeException e) {
    return e instanceof ServerException server
        ? server.sqlState().equals(SqlState.QUERY_CANCELED)
            && server.fields().message().contains("user request")
        : e instanceof UserException user && user.kind() == UserException.Kind.INTERRUPTED;
  }
}
