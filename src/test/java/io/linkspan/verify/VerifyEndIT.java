package io.linkspan.verify;

import static org.assertj.core.api.Assertions.assertThat;

import io.linkspan.pg.UserException;
import io.linkspan.testing.Await;
import io.linkspan.testing.Jdbc;
import io.linkspan.testing.OnEachMajor;
import io.linkspan.testing.TestDatabase;
import io.linkspan.testing.TestDatabases;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** A comparison leaves nothing behind, however it ends. */
final class VerifyEndIT {
  private static final Duration SOON = Duration.ofSeconds(1);
  private static final String TABLE =
      "CREATE TABLE events (id bigint PRIMARY KEY, name text, kind integer);";
  private static final String FILLED =
      TABLE
          + "INSERT INTO events SELECT n, 'name ' || n, n % 7 FROM generate_series(1, 200000) n;"
          + "ANALYZE events";

  @OnEachMajor
  void a_big_table_takes_no_temporary_file_and_leaves_no_session(TestDatabases databases) {
    try (VerifiedRoute route = VerifiedRoute.of(databases, FILLED, TABLE)) {
      route.copy("events -> events");
      route.target().execute("UPDATE events SET kind = 9 WHERE id % 50000 = 0");
      route.verify();
      List<String> before = List.of(temporary(route.source()), temporary(route.target()));
      long sessions = route.sessions(route.source()) + route.sessions(route.target());

      String fast = route.verify();
      route.shell().type("plan copy events -> events map name = upper(lower(name))");
      String mapped = route.verify();

      assertThat(fast).contains("  changed            4").contains("none missing");
      assertThat(mapped).contains("  differ       200,000  in kind 4, name 200,000");
      Await.until("nothing runs", () -> route.active().isEmpty());
      Await.until(
          "no session is left",
          () -> route.sessions(route.source()) + route.sessions(route.target()) <= sessions);
      route.shell().close();
      Await.until(
          "all sessions are gone",
          () -> route.sessions(route.source()) + route.sessions(route.target()) == 0);
      assertThat(List.of(temporary(route.source()), temporary(route.target()))).isEqualTo(before);
    }
  }

  private static String temporary(TestDatabase database) {
    return Jdbc.query(
            database.superuser(),
            "SELECT temp_files || ' files of ' || temp_bytes FROM pg_stat_database WHERE datname = '%s'"
                .formatted(database.name()))
        .get(0);
  }

  @OnEachMajor
  void a_source_that_computes_is_stopped(TestDatabases databases) throws Exception {
    try (VerifiedRoute route = VerifiedRoute.of(databases, FILLED, TABLE)) {
      route.shell().type("plan copy events -> events where pg_sleep(20) is not null");
      stopped(route, () -> runs(route, route.source(), "pg_sleep(20)"));

      route.shell().type("plan copy events -> events where id < 10 and pg_sleep(0) is not null");
      assertThat(route.verify()).contains("  missing            9  on main");
    }
  }

  @OnEachMajor
  void a_source_that_gives_rows_is_stopped(TestDatabases databases) throws Exception {
    try (VerifiedRoute route = VerifiedRoute.of(databases, FILLED, TABLE)) {
      route
          .shell()
          .type(
              "plan copy (select n as id, 'x' as name, 1 as kind from generate_series(1, 30000000) n)"
                  + " -> events map name = lower(name)");
      stopped(route, () -> runs(route, route.source(), "FETCH"));
    }
  }

  @OnEachMajor
  void a_target_that_computes_is_stopped(TestDatabases databases) throws Exception {
    String view =
        "CREATE TABLE one (id bigint); INSERT INTO one VALUES (1);"
            + "CREATE VIEW slow AS SELECT id FROM one WHERE pg_sleep(20) IS NOT NULL";
    try (VerifiedRoute route = VerifiedRoute.of(databases, FILLED, view)) {
      route.shell().type("plan copy events -> slow");
      stopped(route, () -> runs(route, route.target(), "slow AS t"));
    }
  }

  private static boolean runs(VerifiedRoute route, TestDatabase database, String text) {
    return route.active().stream()
        .anyMatch(row -> row.startsWith(database.name() + "|") && row.contains(text));
  }

  private static void stopped(VerifiedRoute route, BooleanSupplier there) throws Exception {
    CompletableFuture<String> verify = route.shell().typeInBackground("verify");
    Await.until("it is there; it " + verify, () -> verify.isDone() || there.getAsBoolean());
    assertThat(verify).isNotDone();

    long start = System.nanoTime();
    route.shell().interrupt();
    Throwable end = verify.handle((text, error) -> error).get(30, TimeUnit.SECONDS);
    Duration took = Duration.ofNanos(System.nanoTime() - start);

    assertThat(end).hasRootCauseInstanceOf(UserException.class);
    assertThat(((UserException) end.getCause()).kind()).isEqualTo(UserException.Kind.INTERRUPTED);
    assertThat(took).isLessThan(SOON);
    Await.until("nothing runs any more", () -> route.active().isEmpty());
  }
}
