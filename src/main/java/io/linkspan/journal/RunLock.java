package io.linkspan.journal;

import io.linkspan.connection.Session;

/**
 * The advisory lock of a run, held by the session that leads it: it ends with the session, however
 * that ends, so that a run is told from one that was interrupted.
 */
public final class RunLock {
  /** The first of the lock's two numbers, the same for all runs: the letters "lksp". */
  static final int CLASS = 0x6C6B7370;

  private RunLock() {}

  /** Takes the lock; false where another session leads the run. */
  public static boolean take(Session session, long run) {
    return session.queryOne(
        "SELECT pg_catalog.pg_try_advisory_lock(" + CLASS + ", " + run + ") AS taken",
        row -> row.flag("taken"));
  }

  /** Gives the lock back. */
  public static void release(Session session, long run) {
    session.queryOne(
        "SELECT pg_catalog.pg_advisory_unlock(" + CLASS + ", " + run + ") AS released",
        row -> row.flag("released"));
  }

  /** A condition that is true of the runs, aliased {@code r}, whose lock is held. */
  static String held() {
    return """
        EXISTS (SELECT FROM pg_catalog.pg_locks AS l
                WHERE l.locktype = 'advisory' AND l.granted AND l.classid = %d::pg_catalog.oid
                  AND l.objid = r.run::pg_catalog.oid AND l.objsubid = 2
                  AND l.database = (SELECT d.oid FROM pg_catalog.pg_database AS d
                                    WHERE d.datname = pg_catalog.current_database()))"""
        .formatted(CLASS);
  }
}
