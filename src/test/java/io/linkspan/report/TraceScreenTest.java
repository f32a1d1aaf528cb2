package io.linkspan.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.linkspan.catalog.Activity;
import io.linkspan.trace.TraceEvent;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class TraceScreenTest {
  private static final Duration AT = Duration.ofMillis(1234);

  private static String shown(TraceEvent... events) {
    return Screens.text(
        List.of(events).stream().map(event -> TraceScreen.of(event, 8, Screens.PAGE)).toList());
  }

  @Test
  void who_speaks_to_whom_stands_in_columns() {
    assertThat(
            shown(
                new TraceEvent.Folded(AT, "shell", "main", 14, Duration.ofMillis(12)),
                new TraceEvent.Asked(AT, "worker 1", "main", "BEGIN"),
                new TraceEvent.Asked(
                    AT,
                    "worker 1",
                    "main",
                    "EXPLAIN (ANALYZE, TIMING OFF, FORMAT JSON) INSERT INTO users\n  (a, b)"
                        + " SELECT a, b"),
                new TraceEvent.Asked(AT, "main", "archive", "SELECT a, b FROM s"),
                new TraceEvent.Came(AT, "archive", "main", "998 rows", false, Duration.ZERO),
                new TraceEvent.Came(
                    AT, "main", "worker 1", "ERROR 22012: x", true, Duration.ofNanos(500_000)),
                new TraceEvent.Seen(
                    AT,
                    "main",
                    new Activity(
                        17,
                        "linkspan worker 1",
                        Optional.of("active"),
                        Optional.of("IO: WALSync"),
                        "INSERT")),
                new TraceEvent.Seen(
                    AT, "archive", new Activity(4, "", Optional.empty(), Optional.empty(), "")),
                new TraceEvent.Unseen(AT, "archive", "connection refused")))
        .isEqualTo(
            """
             1234 ms     shell -> main      catalog: 14 queries, 12 ms
             1234 ms  worker 1 -> main      BEGIN
             1234 ms  worker 1 -> main      EXPLAIN (ANALYZE, …) INSERT INTO users (a, b) SE
             1234 ms      main -> archive   SELECT a, b FROM s
             1234 ms      main <- archive   998 rows
             1234 ms  worker 1 <- main      ERROR 22012: x (0.5 ms)
             1234 ms  main sees             PID 17 worker 1 active (IO:WALSync): INSERT
             1234 ms  archive sees          PID 4 (not for this role to see)
             1234 ms  archive sees          nothing to be looked at: connection refused
            """);
  }
}
