package io.linkspan.run;

import io.linkspan.connection.OpenConnection;
import io.linkspan.connection.ServerException;
import io.linkspan.connection.Session;
import io.linkspan.journal.Journal;
import java.time.Duration;
import java.util.OptionalLong;

/** Settles what became of a transaction whose COMMIT got no answer. */
final class CommitStatus {
  private static final Duration PAUSE = Duration.ofMillis(200);

  private CommitStatus() {}

  /**
   * Whether the transaction was committed; waits while it is in progress, and for the target to
   * come back.
   *
   * @param xid its full id
   * @param run the run whose one batch it entered in the journal, which then has the last word: a
   *     target that has crashed may give the same id to another transaction
   */
  static boolean committed(OpenConnection target, String xid, OptionalLong run, Stopping stopping) {
    for (int attempt = 1; ; attempt++) {
      try (Session session = target.openSession()) {
        boolean committed = settled(session, xid, stopping);
        return run.isPresent()
            ? Journal.find(session).filter(kept -> kept.left(run.getAsLong()).isEmpty()).isPresent()
            : committed;
      } catch (ServerException e) {
        if (!Retry.lost(e) || Retry.exhausted(attempt)) {
          throw e;
        }
        stopping.pause(Retry.pause(attempt));
      }
    }
  }

  private static boolean settled(Session session, String xid, Stopping stopping) {
    while (true) {
      String status =
          session.queryOne(
              "SELECT coalesce(pg_catalog.pg_xact_status(?::pg_catalog.xid8), '') AS status",
              row -> row.text("status"),
              xid);
      if (!status.equals("in progress")) {
        return status.equals("committed");
      }
      stopping.pause(PAUSE);
    }
  }
}
