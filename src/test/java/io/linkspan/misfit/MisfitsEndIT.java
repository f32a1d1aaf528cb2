package io.linkspan.misfit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.linkspan.pg.ErrorFields;
import io.linkspan.pg.SqlState;
import io.linkspan.pg.UserException;
import io.linkspan.testing.Await;
import io.linkspan.testing.Jdbc;
import io.linkspan.testing.OnEachMajor;
import io.linkspan.testing.TestDatabase;
import io.linkspan.testing.TestDatabases;
import io.linkspan.testing.TestServer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** A look at the rows leaves nothing behind, and an error of a run is told with its row. */
final class MisfitsEndIT {
  @OnEachMajor
  void an_error_of_a_run_is_told_with_its_row(TestDatabases databases) {
    String onSource =
        "CREATE TABLE t AS SELECT n AS id, CASE n WHEN 1999 THEN 'nine' ELSE n::text END AS v"
            + " FROM generate_series(1, 2000) n; ALTER TABLE t ADD PRIMARY KEY (id); ANALYZE t";
    String onTarget =
        "CREATE TABLE t (id integer PRIMARY KEY, v integer);"
            + "CREATE TABLE parted (id integer, v text) PARTITION BY RANGE (id);"
            + "CREATE TABLE few PARTITION OF parted FOR VALUES FROM (1) TO (5)";
    try (MisfitsRoute route = MisfitsRoute.of(databases, onSource, onTarget)) {
      route.shell().type("plan copy t -> t where 10 / (id - 5) < 100");
      ErrorFields where = route.shell().refusal("run").fields();
      route.shell().type("plan copy t -> t");
      ErrorFields run = route.shell().refusal("run").fields();
      ErrorFields dry = route.shell().refusal("run dry").fields();
      ErrorFields preview = route.shell().refusal("preview 2000").fields();
      route.shell().type("batch 500 rows");
      ErrorFields batched = route.shell().refusal("run").fields();
      ErrorFields resumed = route.shell().refusal("resume").fields();
      route.shell().type("plan copy t -> parted");
      ErrorFields parted = route.shell().refusal("run").fields();

      assertThat(where.message()).isEqualTo("source \"archive\" stopped the run: division by zero");
      assertThat(where.detail().orElseThrow())
          .endsWith("Row id=5, where over id=\"5\": division by zero.");
      assertThat(next(where)).startsWith("where case when id <> 5 then 10 / (id - 5) < 100 end");
      for (ErrorFields error : List.of(run, dry, preview, batched, resumed)) {
        assertThat(error.message()).contains("invalid input syntax for type integer: \"nine\"");
        assertThat(error.sqlState()).contains(new SqlState("22P02"));
        assertThat(error.detail().orElseThrow())
            .contains("Row id=1999, column \"v\": \"nine\" is not an integer.");
        assertThat(next(error)).startsWith("where (v ~ '^[-+]?[0-9]+$') is not false");
      }
      assertThat(parted.message()).contains("no partition of relation \"parted\" found for row");
      assertThat(parted.detail())
          .contains("Partition key of the failing row contains (id) = (5). Nothing was changed.");
    }
  }

  private static String next(ErrorFields error) {
    return error.explanation().orElseThrow().next();
  }

  @OnEachMajor
  void nothing_reaches_a_log_or_stays_behind(TestServer server, TestDatabases databases) {
    String onSource =
        "CREATE TABLE t (id integer PRIMARY KEY, v text); INSERT INTO t VALUES (1, 'very private')";
    try (MisfitsRoute route =
        MisfitsRoute.of(
            databases, onSource, "CREATE TABLE t (id integer PRIMARY KEY, v integer)")) {
      int logged = server.log().length();

      String text = route.check("t -> t");

      assertThat(text).contains("row id=1, column \"v\": \"very private\" is not an integer");
      assertThat(server.log().substring(logged)).doesNotContain("very private", "ERROR");
      assertThat(route.shell().type("select current_setting('linkspan.misfits', true) as kept;"))
          .doesNotContain("private");
      assertThat(
              route
                  .target()
                  .query(
                      "SELECT count(*) FROM pg_locks WHERE locktype = 'relation' AND relation = 't'::regclass"))
          .containsExactly("0");
    }
  }

  @OnEachMajor
  void a_role_without_the_language_is_told_so(TestServer server, TestDatabases databases) {
    try (MisfitsRoute route =
        MisfitsRoute.of(databases, "CREATE TABLE t (id integer)", "CREATE TABLE t (id integer)")) {
      server.execute(route.target().name(), "REVOKE ALL ON LANGUAGE plpgsql FROM PUBLIC");
      route.shell().type("plan copy t -> t");

      ErrorFields fields = route.shell().refusal("check rows").fields();

      assertThat(fields.message())
          .isEqualTo(
              "rows cannot be tried one by one: language \"plpgsql\" is not open to the role on \"main\"");
      assertThat(fields.hint())
          .contains("On main, as its owner: GRANT USAGE ON LANGUAGE plpgsql TO app_user;");
    }
  }

  @OnEachMajor
  void ctrl_c_stops_it_on_both_servers(TestDatabases databases) throws Exception {
    String onSource = "CREATE TABLE t AS SELECT n AS id FROM generate_series(1, 9) n";
    try (MisfitsRoute route = MisfitsRoute.of(databases, onSource, "CREATE TABLE t (id integer)")) {
      route.shell().type("plan copy t -> t where pg_sleep(20) is not null");
      stopped(route, route.source(), "linkspan_misfits");
      route.shell().type("plan copy t -> t map id = (select id from pg_sleep(20))");
      stopped(route, route.target(), "DO $linkspan");

      assertThat(route.check("t -> t")).isEqualTo("All 9 rows fit.");
    }
  }

  private static void stopped(MisfitsRoute route, TestDatabase where, String text)
      throws Exception {
    CompletableFuture<String> check = route.shell().typeInBackground("check rows");
    Await.until("it runs", () -> active(where).stream().anyMatch(query -> query.contains(text)));

    route.shell().interrupt();

    assertThatThrownBy(() -> check.get(5, TimeUnit.SECONDS))
        .cause()
        .isInstanceOf(UserException.class)
        .hasMessage("the look at the rows was stopped");
    Await.until(
        "nothing runs", () -> active(route.source()).isEmpty() && active(route.target()).isEmpty());
  }

  private static List<String> active(TestDatabase database) {
    return Jdbc.query(
        database.superuser(),
        "SELECT query FROM pg_stat_activity WHERE datname = '%s'".formatted(database.name())
            + " AND state <> 'idle' AND pid <> pg_backend_pid()");
  }
}
