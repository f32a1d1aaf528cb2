package io.linkspan.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.linkspan.command.CopyShell;
import io.linkspan.pg.UserException;
import io.linkspan.testing.Await;
import io.linkspan.testing.Jdbc;
import io.linkspan.testing.OnEachMajor;
import io.linkspan.testing.TestDatabase;
import io.linkspan.testing.TestDatabases;
import io.linkspan.testing.TestServer;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;

/** A run that is stopped is stopped on both servers, soon, and leaves nothing behind. */
final class CancelIT {
  private static final Duration SOON = Duration.ofSeconds(1);
  private static final String SOURCE =
      "CREATE TABLE numbers AS SELECT n AS id, repeat('x', 100) AS name FROM generate_series(1, 9) n;"
          + "CREATE VIEW many AS SELECT n AS id, repeat('x', 200) AS name"
          + " FROM generate_series(1, 20000000) n";
  private static final String TARGET =
      "CREATE TABLE numbers (id integer, name text);"
          + "CREATE TABLE slow (id integer, name text);"
          + "CREATE FUNCTION dawdle() RETURNS trigger LANGUAGE plpgsql AS"
          + " 'BEGIN PERFORM pg_sleep(10); RETURN new; END';"
          + "CREATE TRIGGER t BEFORE INSERT ON slow FOR EACH ROW EXECUTE FUNCTION dawdle()";

  private record Route(TestDatabase source, TestDatabase target) {
    static Route of(TestDatabases databases) {
      Route route = new Route(databases.create(), databases.create());
      route.source().execute(SOURCE);
      route.target().execute(TARGET);
      return route;
    }

    CopyShell shell() {
      return CopyShell.between(source.access(), target.access());
    }

    /** What runs in either database, whoever runs it. */
    List<String> active() {
      return Jdbc.query(
          target.superuser(),
          "SELECT datname, query FROM pg_stat_activity WHERE datname IN ('%s', '%s')"
                  .formatted(source.name(), target.name())
              + " AND state <> 'idle' AND pid <> pg_backend_pid()");
    }

    boolean runs(TestDatabase database, String text) {
      return active().stream()
          .anyMatch(row -> row.startsWith(database.name() + "|") && row.contains(text));
    }
  }

  @OnEachMajor
  void a_source_that_computes_is_stopped(TestDatabases databases) throws Exception {
    Route route = Route.of(databases);
    try (CopyShell shell = route.shell()) {
      shell.type(
          "plan copy (select id, name from numbers where pg_sleep(20) is not null) -> numbers batch off");
      stopped(shell, route, () -> route.runs(route.source(), "pg_sleep(20)"));
      nextRunWorks(shell);
    }
  }

  @OnEachMajor
  void a_source_that_streams_is_stopped(TestDatabases databases) throws Exception {
    Route route = Route.of(databases);
    try (CopyShell shell = route.shell()) {
      shell.type("plan copy many -> numbers batch off");
      stopped(shell, route, () -> route.runs(route.source(), "many"));
      nextRunWorks(shell);
    }
  }

  @OnEachMajor
  void a_source_that_is_fetched_from_is_stopped(TestDatabases databases) throws Exception {
    Route route = Route.of(databases);
    try (CopyShell shell = route.shell()) {
      shell.type("plan copy many -> numbers");
      stopped(shell, route, () -> route.runs(route.source(), "FETCH FORWARD"));
      nextRunWorks(shell);
    }
  }

  @OnEachMajor
  void a_target_that_inserts_is_stopped(TestDatabases databases) throws Exception {
    Route route = Route.of(databases);
    try (CopyShell shell = route.shell()) {
      shell.type("plan copy numbers -> slow");
      stopped(
          shell,
          route,
          () ->
              route.runs(route.target(), "INSERT INTO public.slow")
                  && !route.runs(route.source(), "FETCH")
                  && insertWaits(route));
      nextRunWorks(shell);
    }
  }

  private static boolean insertWaits(Route route) {
    return route
        .target()
        .query("SELECT wait_event FROM pg_stat_activity WHERE query LIKE '%public.slow%'")
        .contains("PgSleep");
  }

  @OnEachMajor
  void a_link_of_another_role_is_stopped_through_a_link_of_that_role(
      TestServer server, TestDatabases databases) throws Exception {
    Route route = Route.of(databases);
    String reader = "reader_" + route.source().name();
    server.createRole(reader, "r");
    server.execute(route.source().name(), "GRANT SELECT ON numbers, many TO " + reader);
    server.execute(
        route.target().name(),
        """
        CREATE SERVER way FOREIGN DATA WRAPPER dblink_fdw
          OPTIONS (host '%s', port '%d', dbname '%s');
        CREATE USER MAPPING FOR app_user SERVER way OPTIONS (user '%s', password 'r');
        GRANT USAGE ON FOREIGN SERVER way TO app_user"""
            .formatted(
                server.hostForServers(), server.portForServers(), route.source().name(), reader));
    try (CopyShell shell = route.shell()) {
      shell.type("plan copy numbers -> numbers where pg_sleep(20) is not null batch off");
      assertThat(shell.type("ping")).contains("foreign server way");
      stopped(shell, route, () -> route.runs(route.source(), "pg_sleep(20)"));
      nextRunWorks(shell);
    }
    server.execute(route.source().name(), "DROP OWNED BY " + reader + "; DROP ROLE " + reader);
  }

  @OnEachMajor
  void an_interrupt_at_any_moment_of_a_run_stops_it(TestDatabases databases) throws Exception {
    Route route = Route.of(databases);
    try (CopyShell shell = route.shell()) {
      for (int i = 0; i < 6; i++) {
        shell.type("plan copy numbers -> numbers where pg_sleep(2) is not null batch off");
        CompletableFuture<String> run = shell.typeInBackground("run");
        int statements = i;
        long limit = System.nanoTime() + Duration.ofMillis(30L * statements).toNanos();
        Await.until("some time has gone by", () -> System.nanoTime() > limit);
        do {
          shell.interrupt();
        } while (!ended(run));
        assertThat(route.target().query("SELECT count(*) FROM numbers")).containsExactly("0");
        Await.until("nothing runs", () -> route.active().isEmpty());
      }
      nextRunWorks(shell);
    }
  }

  private static boolean ended(CompletableFuture<String> run)
      throws InterruptedException, ExecutionException {
    try {
      run.get(500, TimeUnit.MILLISECONDS);
      return true;
    } catch (TimeoutException e) {
      return false;
    } catch (ExecutionException e) {
      if (e.getCause() instanceof UserException) {
        return true;
      }
      throw e;
    }
  }

  @OnEachMajor
  void a_timeout_of_the_target_is_told_as_one(TestDatabases databases) {
    Route route = Route.of(databases);
    try (CopyShell shell = route.shell()) {
      shell.type("plan copy numbers -> slow batch off");
      shell.type("SET statement_timeout = '500ms';");

      UserException error = shell.refusal("run");

      assertThat(error.kind()).isEqualTo(UserException.Kind.SERVER);
      assertThat(error.fields().message())
          .isEqualTo(
              "target \"main\" stopped the run: canceling statement due to statement timeout");
      assertThat(error.fields().detail()).contains("Nothing was changed.");
      assertThat(error.fields().explanation().orElseThrow().next())
          .contains("SET statement_timeout = 0;");
      assertThat(route.target().query("SELECT count(*) FROM slow")).containsExactly("0");
      shell.type("SET statement_timeout = 0;");
      nextRunWorks(shell);
    }
  }

  /** Runs the plan in hand, interrupts it once it is where it should be, and looks what is left. */
  private static void stopped(CopyShell shell, Route route, BooleanSupplier there)
      throws Exception {
    CompletableFuture<String> run = shell.typeInBackground("run");
    Await.until("the run is there; it " + run, () -> run.isDone() || there.getAsBoolean());
    assertThat(run).isNotDone();

    long start = System.nanoTime();
    shell.interrupt();
    Throwable end = run.handle((text, error) -> error).get(30, TimeUnit.SECONDS);
    Duration took = Duration.ofNanos(System.nanoTime() - start);

    assertThat(end).hasRootCauseInstanceOf(UserException.class);
    UserException error = (UserException) end.getCause();
    assertThat(error.kind()).isEqualTo(UserException.Kind.INTERRUPTED);
    assertThat(took).isLessThan(SOON);
    Await.until("nothing runs any more", () -> route.active().isEmpty());
    assertThat(route.target().query("SELECT count(*) FROM numbers")).containsExactly("0");
    assertThat(route.target().query("SELECT count(*) FROM slow")).containsExactly("0");
  }

  private static void nextRunWorks(CopyShell shell) {
    assertThat(shell.run("plan copy numbers -> numbers").inserted()).isEqualTo(9);
  }

  @OnEachMajor
  void a_killed_shell_commits_nothing_and_leaves_no_backend(
      TestServer server, TestDatabases databases) throws Exception {
    assumeTrue(server.major() >= 14, "13 has no client_connection_check_interval");
    Route route = Route.of(databases);
    Process shell = start();
    try (PrintStream typed =
        new PrintStream(shell.getOutputStream(), true, StandardCharsets.UTF_8)) {
      typed.println(
          "connect archive " + CopyShell.conninfo(route.source().access()) + " as source");
      typed.println("connect main " + CopyShell.conninfo(route.target().access()) + " as target");
      typed.println(
          "plan copy (select id, name from numbers where pg_sleep(2) is not null) -> numbers batch off");
      typed.println("run");
      Await.until("the source sleeps", () -> route.runs(route.source(), "pg_sleep(2)"));
    } finally {
      shell.destroyForcibly();
    }

    Await.until("no backend is left", () -> backends(route).isEmpty());
    assertThat(route.target().query("SELECT count(*) FROM numbers")).containsExactly("0");
  }

  private static Process start() throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx64m",
            "-cp",
            System.getProperty("java.class.path"),
            CopyProgram.class.getName())
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  private static List<String> backends(Route route) {
    return Jdbc.query(
        route.target().superuser().inDatabase("postgres"),
        "SELECT datname, query FROM pg_stat_activity WHERE datname IN ('%s', '%s')"
            .formatted(route.source().name(), route.target().name()));
  }

  @OnEachMajor
  void a_source_that_never_answers_is_given_up(TestServer server, TestDatabases databases)
      throws Exception {
    Route route = Route.of(databases);
    try (ServerSocket mute = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        CopyShell shell = CopyShell.unconnected()) {
      shell.type(
          "connect archive "
              + CopyShell.conninfo(route.source().access())
              + " as source reached by \"host=127.0.0.1 port="
              + mute.getLocalPort()
              + "\"");
      shell.type("connect main " + CopyShell.conninfo(route.target().access()) + " as target");
      CompletableFuture<String> planned = shell.typeInBackground("plan copy numbers -> numbers");
      mute.setSoTimeout(30_000);
      Socket silent = mute.accept();

      long start = System.nanoTime();
      if (server.major() >= 16) {
        // Older servers do not look up while they connect.
        shell.interrupt();
        planned.get(20, TimeUnit.SECONDS);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(SOON);
      } else {
        planned.get(20, TimeUnit.SECONDS);
      }

      silent.close();
      assertThat(shell.findings("source-unreachable")).hasSize(1);
      assertThat(shell.type("SHOW statement_timeout;")).contains("0");
      assertThat(route.active()).isEmpty();
    }
  }
}
