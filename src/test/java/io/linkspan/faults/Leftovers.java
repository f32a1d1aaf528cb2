package io.linkspan.faults;

import io.linkspan.sandbox.Access;
import io.linkspan.testing.Jdbc;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** What a shell has left behind on the servers. */
final class Leftovers {
  /** How long something may stay after the shell has ended. */
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  /** How long a round waits all the same, so that the next one starts clean. */
  private static final Duration LONGER = Duration.ofSeconds(60);

  private static final String LEFT =
      """
      SELECT 'backend ' || pid || ' ' || application_name || ' ' || coalesce(state, '') || ' '
             || coalesce(wait_event, '') || ' ' || left(query, 60)
      FROM pg_stat_activity
      WHERE usename = 'app_user'
      UNION ALL
      SELECT 'lock ' || l.locktype || ' ' || l.mode
      FROM pg_locks l LEFT JOIN pg_stat_activity a USING (pid)
      WHERE a.pid IS NULL OR (a.usename = 'app_user' AND l.locktype <> 'virtualxid')
      UNION ALL
      SELECT 'prepared transaction ' || gid FROM pg_prepared_xacts""";

  private Leftovers() {}

  /** Waits until nothing is left; what was left after the time that is allowed is the answer. */
  static List<String> await(Scene scene) throws InterruptedException {
    long start = System.nanoTime();
    List<String> late = List.of();
    while (true) {
      List<String> left = new ArrayList<>();
      left(scene.sourceSuperuser()).forEach(row -> left.add("source: " + row));
      left(scene.targetSuperuser()).forEach(row -> left.add("target: " + row));
      long passed = System.nanoTime() - start;
      if (left.isEmpty() || passed > LONGER.toNanos()) {
        return late;
      }
      if (late.isEmpty() && passed > PATIENCE.toNanos()) {
        late = left;
      }
      TimeUnit.MILLISECONDS.sleep(20);
    }
  }

  private static List<String> left(Access superuser) {
    return Jdbc.query(superuser, LEFT);
  }
}
