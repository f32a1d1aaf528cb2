package io.linkspan.run;

import io.linkspan.connection.OpenConnection;
import io.linkspan.connection.ServerException;
import io.linkspan.connection.Session;
import java.time.Duration;

/** Settles what became of a transaction whose COMMIT got no answer. */
final class CommitStatus {
  private static final Duration PAUSE = Duration.ofMillis(200);

  private CommitStatus() {}

  /**
   * Whether the transaction was committed; waits while it is in progress, and for the target to
   * come back.
   *
   * @param xid its full id
   */
  static boolean committed(OpenConnection target, String xid, Stopping stopping) {
    for (int attempt = 1; ; attempt++) {
      try (Session session = target.openSession()) {
        return settled(session, xid, stopping);
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
