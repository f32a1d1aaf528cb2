package io.linkspan.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.linkspan.command.CopyShell;
import io.linkspan.pg.UserException;
import io.linkspan.testing.Await;
import io.linkspan.testing.Jdbc;
import io.linkspan.testing.OnEachMajor;
import io.linkspan.testing.TestDatabase;
import io.linkspan.testing.TestDatabases;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/** Copies in batches: every row once, of one moment of the source, whatever happens. */
final class BatchedRunIT {
  private static final String COLUMNS = "(id integer, name text, score numeric)";
  private static final String FILL =
      "INSERT INTO %s SELECT n, CASE WHEN n %% 7 = 0 THEN NULL ELSE 'name ' || n END, n / 3.0"
          + " FROM generate_series(%d, %d) AS n;";

  /** A source, a target, and a shell whose route leads from the one to the other. */
  private record Route(TestDatabase source, TestDatabase target, CopyShell shell)
      implements AutoCloseable {
    static Route of(TestDatabases databases, String onSource, String onTarget) {
      TestDatabase source = databases.create();
      TestDatabase target = databases.create();
      source.execute(onSource);
      target.execute(onTarget);
      return new Route(source, target, CopyShell.between(source.access(), target.access()));
    }

    /** A digest of all rows of a table, whatever their order. */
    static String digest(TestDatabase database, String table) {
      return database
          .query(
              "SELECT count(*), md5(coalesce(string_agg(t::text, ',' ORDER BY t::text), ''))"
                  + " FROM "
                  + table
                  + " AS t")
          .get(0);
    }

    void assertEqual(String table) {
      assertThat(digest(target, table)).isEqualTo(digest(source, table));
    }

    List<String> batches() {
      return target.query(
          "SELECT count(*), count(xid), count(DISTINCT xid::text) FROM linkspan.batches"
              + " WHERE run = (SELECT max(run) FROM linkspan.runs)");
    }

    /** What linkspan still does in either database, beside the prompt's two idle sessions. */
    List<String> left() {
      return Jdbc.query(
          target.superuser(),
          "SELECT datname, state, query FROM pg_stat_activity WHERE datname IN ('%s', '%s')"
                  .formatted(source.name(), target.name())
              + " AND application_name LIKE 'linkspan %' AND application_name NOT LIKE '% link %'");
    }

    @Override
    public void close() {
      shell.close();
    }
  }

  private static String filled(String table, int rows) {
    // Before 14 a range of pages cannot be read, so that a key must cut the table.
    return "CREATE TABLE %s %s; ALTER TABLE %s ADD PRIMARY KEY (id);"
            .formatted(table, COLUMNS, table)
        + FILL.formatted(table, 1, rows);
  }

  @OnEachMajor
  void every_row_comes_once_without_any_key(TestDatabases databases) {
    try (Route route = Route.of(databases, filled("big", 20_000), "CREATE TABLE big " + COLUMNS)) {
      Receipt receipt = route.shell().run("plan copy big -> big batch 1000 rows workers 3");

      assertThat(receipt.inserted()).isEqualTo(20_000);
      assertThat(receipt.read()).isEqualTo(20_000);
      assertThat(receipt.pieces().run()).hasValue(1);
      route.assertEqual("big");
      assertThat(route.left()).isEmpty();
    }
  }

  @OnEachMajor
  void a_composite_key_cuts_a_table_where_pages_cannot(TestDatabases databases) {
    String table =
        "CREATE TABLE k (a text COLLATE \"C\", b integer, note text, PRIMARY KEY (a, b));";
    try (Route route =
        Route.of(
            databases,
            table
                + "INSERT INTO k SELECT chr(65 + n % 26) || '''', n, 'x' FROM generate_series(1, 5000) n",
            table)) {
      route.shell().run("plan copy k -> k batch 300 rows workers 2");

      route.assertEqual("k");
    }
  }

  @OnEachMajor
  void each_partition_is_read_by_itself_though_ctids_repeat(TestDatabases databases) {
    String parent =
        "CREATE TABLE p (id integer, day integer, PRIMARY KEY (id, day)) PARTITION BY LIST (day);";
    String parts =
        parent
            + "CREATE TABLE p0 PARTITION OF p FOR VALUES IN (0);"
            + "CREATE TABLE p1 (day integer NOT NULL, extra text, id integer NOT NULL);"
            + "ALTER TABLE p1 DROP COLUMN extra; ALTER TABLE p ATTACH PARTITION p1 FOR VALUES IN (1);"
            + "CREATE TABLE \"p 2\" PARTITION OF p FOR VALUES IN (2);"
            + "INSERT INTO p SELECT n, n % 3 FROM generate_series(1, 9000) n";
    try (Route route = Route.of(databases, parts, "CREATE TABLE p (id integer, day integer)")) {
      Receipt receipt = route.shell().run("plan copy p -> p batch 500 rows workers 2");

      assertThat(receipt.inserted()).isEqualTo(9000);
      route.assertEqual("p");
    }
  }

  @OnEachMajor
  void distinct_without_a_key_is_one_statement_and_batches_of_it_are_refused(
      TestDatabases databases) {
    try (Route route =
        Route.of(
            databases,
            "CREATE TABLE d (g integer);"
                + "INSERT INTO d SELECT n % 10 FROM generate_series(1, 5000) n",
            "CREATE TABLE d (g integer)")) {
      assertThat(route.shell().run("plan copy d -> d distinct").inserted()).isEqualTo(10);

      route.shell().type("batch 100 rows");
      assertThat(route.shell().findings("unsafe-division"))
          .containsExactly(
              "the copy cannot be cut into batches: DISTINCT compares all rows with one another");
      assertThat(route.shell().refusal("run").kind()).isEqualTo(UserException.Kind.CHECK);
    }
  }

  @OnEachMajor
  void a_key_twice_in_the_source_is_never_updated_twice_unseen(TestDatabases databases) {
    try (Route route =
        Route.of(
            databases,
            "CREATE TABLE u (id integer, v integer);"
                + "INSERT INTO u SELECT n % 2500, n FROM generate_series(1, 5000) n",
            "CREATE TABLE u (id integer PRIMARY KEY, v integer)")) {
      route.shell().type("plan copy u -> u on conflict (id) overwrite batch 500 rows");

      assertThat(route.shell().findings("unsafe-division")).hasSize(1);
      route.shell().type("batch auto");
      assertThat(route.shell().refusal("run").fields().sqlState().orElseThrow().code())
          .isEqualTo("21000");
      assertThat(route.target().query("SELECT count(*) FROM u")).containsExactly("0");
    }
  }

  @OnEachMajor
  void an_update_by_a_key_that_the_source_keeps_unique_runs_in_batches(TestDatabases databases) {
    String table = "CREATE TABLE u (id integer PRIMARY KEY, v integer);";
    try (Route route =
        Route.of(
            databases,
            table + "INSERT INTO u SELECT n, n FROM generate_series(1, 5000) n",
            table + "INSERT INTO u SELECT n, 0 FROM generate_series(1, 2000) n")) {
      Receipt receipt =
          route.shell().run("plan copy u -> u on conflict (id) overwrite batch 500 rows workers 2");

      assertThat(receipt.inserted()).isEqualTo(3000);
      assertThat(receipt.updated()).isEqualTo(2000);
      route.assertEqual("u");
    }
  }

  @OnEachMajor
  void keys_clash_across_batches_and_workers_and_one_row_of_each_stays(TestDatabases databases) {
    try (Route route =
        Route.of(
            databases,
            "CREATE TABLE c (id integer PRIMARY KEY, name text);"
                + "INSERT INTO c SELECT n, 'n' || n % 3000 FROM generate_series(1, 12000) n",
            "CREATE TABLE c (id integer, name text UNIQUE)")) {
      Receipt receipt = route.shell().run("plan copy c -> c batch 400 rows workers 4");

      assertThat(receipt.inserted()).isEqualTo(3000);
      assertThat(receipt.skipped()).isEqualTo(9000);
      assertThat(receipt.skippedBy())
          .containsExactly(new Receipt.SkippedBy("c_name_key", Receipt.Clash.EITHER, 9000));
    }
  }

  @OnEachMajor
  void all_batches_see_one_moment_of_the_source(TestDatabases databases) throws Exception {
    String slow =
        "CREATE TABLE big "
            + COLUMNS
            + "; CREATE FUNCTION dawdle() RETURNS trigger LANGUAGE plpgsql AS"
            + " 'BEGIN IF NEW.id % 500 = 0 THEN PERFORM pg_sleep(0.05); END IF; RETURN NEW; END';"
            + "CREATE TRIGGER t BEFORE INSERT ON big FOR EACH ROW EXECUTE FUNCTION dawdle()";
    try (Route route = Route.of(databases, filled("big", 20_000), slow)) {
      String before = Route.digest(route.source(), "big");
      route.shell().type("plan copy big -> big batch 1000 rows workers 2");
      CompletableFuture<String> run = route.shell().typeInBackground("run");
      Await.until("a batch is committed", () -> run.isDone() || committed(route) > 0);
      assertThat(run).isNotDone();
      route
          .source()
          .execute(
              "UPDATE big SET name = 'moved'; DELETE FROM big WHERE id % 3 = 0;"
                  + FILL.formatted("big", 90_001, 90_500));
      run.get();

      assertThat(Route.digest(route.target(), "big")).isEqualTo(before);
    }
  }

  private static long committed(Route route) {
    return Jdbc.query(
                route.target().superuser(),
                "SELECT count(*) FROM pg_tables WHERE schemaname = 'linkspan'")
            .get(0)
            .equals("2")
        ? Long.parseLong(
            route
                .target()
                .query("SELECT count(*) FROM linkspan.batches WHERE xid IS NOT NULL")
                .get(0))
        : 0;
  }

  @OnEachMajor
  void a_stopped_run_keeps_its_batches_and_resume_copies_the_rest(TestDatabases databases)
      throws Exception {
    String slow =
        "CREATE TABLE big "
            + COLUMNS
            + "; CREATE FUNCTION dawdle() RETURNS trigger LANGUAGE plpgsql AS"
            + " 'BEGIN IF NEW.id % 250 = 0 THEN PERFORM pg_sleep(0.05); END IF; RETURN NEW; END';"
            + "CREATE TRIGGER t BEFORE INSERT ON big FOR EACH ROW EXECUTE FUNCTION dawdle()";
    try (Route route = Route.of(databases, filled("big", 20_000), slow)) {
      route.shell().type("plan copy big -> big batch 1000 rows workers 2");
      CompletableFuture<String> run = route.shell().typeInBackground("run");
      Await.until("a batch is committed", () -> run.isDone() || committed(route) > 1);
      assertThat(run).isNotDone();
      route.shell().interrupt();
      Throwable end = run.handle((text, error) -> error).get();

      assertThat(end).hasCauseInstanceOf(UserException.class);
      UserException stopped = (UserException) end.getCause();
      assertThat(stopped.kind()).isEqualTo(UserException.Kind.INTERRUPTED);
      assertThat(stopped.fields().hint().orElseThrow())
          .isEqualTo("Go on: resume 1; or take them back: undo 1");
      assertThat(committed(route)).isPositive();
      assertThat(route.left()).isEmpty();

      route.source().execute(FILL.formatted("big", 90_001, 90_100));
      route.shell().type("resume");
      route.assertEqual("big");
      assertThat(route.left()).isEmpty();
      assertThat(route.shell().refusal("resume 1").fields().message())
          .isEqualTo("run 1 is finished");
    }
  }

  @OnEachMajor
  void changed_rows_of_copied_pages_are_not_copied_twice(TestDatabases databases) throws Exception {
    String table = "CREATE TABLE u (id integer PRIMARY KEY, name text);";
    try (Route route =
        Route.of(
            databases,
            table + "INSERT INTO u SELECT n, 'n' || n FROM generate_series(1, 20000) n",
            "CREATE TABLE u (id integer, name text)")) {
      interruptedHalfWay(route, "u");
      route.source().execute("UPDATE u SET name = 'changed' WHERE id % 100 = 0");

      if (byPages(route)) {
        UserException refusal = route.shell().refusal("resume");
        assertThat(refusal.fields().message())
            .isEqualTo("200 rows of the source were added or changed since run 1 began");
      } else {
        route.shell().type("resume");
        assertThat(route.target().query("SELECT count(*), count(DISTINCT id) FROM u"))
            .containsExactly("20000|20000");
      }
    }
  }

  @OnEachMajor
  void with_a_key_changed_rows_are_copied_once(TestDatabases databases) throws Exception {
    String table = "CREATE TABLE u (id integer PRIMARY KEY, name text);";
    try (Route route =
        Route.of(
            databases,
            table + "INSERT INTO u SELECT n, 'n' || n FROM generate_series(1, 20000) n",
            table)) {
      interruptedHalfWay(route, "u");
      route
          .source()
          .execute(
              "UPDATE u SET name = 'changed' WHERE id % 100 = 0;"
                  + "DELETE FROM u WHERE id % 1000 = 1; INSERT INTO u VALUES (99999, 'new')");
      route.shell().type("resume");

      List<String> missing = new ArrayList<>(route.source().query("SELECT id FROM u"));
      missing.removeAll(Set.copyOf(route.target().query("SELECT id FROM u")));
      // By ranges of the key, a row that arrived behind a copied range is not read.
      assertThat(missing).isSubsetOf(byPages(route) ? List.of() : List.of("99999"));
      assertThat(route.target().query("SELECT count(*) - count(DISTINCT id) FROM u"))
          .containsExactly("0");
    }
  }

  private static boolean byPages(Route route) {
    return route
        .target()
        .query("SELECT division FROM linkspan.runs ORDER BY run DESC LIMIT 1")
        .get(0)
        .startsWith("pages");
  }

  /** Runs a copy of the table and kills its leading sessions when some batches are committed. */
  private static void interruptedHalfWay(Route route, String table) throws Exception {
    route
        .target()
        .execute(
            "CREATE FUNCTION dawdle() RETURNS trigger LANGUAGE plpgsql AS"
                + " 'BEGIN IF NEW.id % 250 = 0 THEN PERFORM pg_sleep(0.05); END IF; RETURN NEW; END';"
                + "CREATE TRIGGER t BEFORE INSERT ON "
                + table
                + " FOR EACH ROW EXECUTE FUNCTION dawdle()");
    route.shell().type("plan copy " + table + " -> " + table + " batch 1000 rows workers 2");
    CompletableFuture<String> run = route.shell().typeInBackground("run");
    Await.until("a batch is committed", () -> run.isDone() || committed(route) > 2);
    assertThat(run).isNotDone();
    route.shell().interrupt();
    assertThat(run.handle((text, error) -> error).get()).isNotNull();
    route.target().execute("DROP TRIGGER t ON " + table);
  }

  @OnEachMajor
  void a_lost_worker_or_link_is_replaced(TestDatabases databases) throws Exception {
    String slow =
        "CREATE TABLE big "
            + COLUMNS
            + "; CREATE FUNCTION dawdle() RETURNS trigger LANGUAGE plpgsql AS"
            + " 'BEGIN IF NEW.id % 250 = 0 THEN PERFORM pg_sleep(0.05); END IF; RETURN NEW; END';"
            + "CREATE TRIGGER t BEFORE INSERT ON big FOR EACH ROW EXECUTE FUNCTION dawdle()";
    try (Route route = Route.of(databases, filled("big", 20_000), slow)) {
      route.shell().type("plan copy big -> big batch 1000 rows workers 2");
      CompletableFuture<String> run = route.shell().typeInBackground("run");
      Await.until("a batch is committed", () -> run.isDone() || committed(route) > 0);
      assertThat(run).isNotDone();
      Jdbc.query(
          route.target().superuser(),
          "SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity WHERE datname = '%s'"
                  .formatted(route.target().name())
              + " AND application_name = 'linkspan worker 1'");
      long seen = committed(route);
      Await.until("more is committed", () -> run.isDone() || committed(route) > seen + 1);
      Jdbc.query(
          route.source().superuser(),
          "SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity WHERE datname = '%s'"
                  .formatted(route.source().name())
              + " AND application_name LIKE 'linkspan link%'");
      run.get();

      assertThat(route.shell().receipt().pieces().retries()).isPositive();
      route.assertEqual("big");
      assertThat(route.batches().get(0)).matches("(\\d+)\\|\\1\\|\\1");
    }
  }

  @OnEachMajor
  void a_query_is_fetched_in_one_transaction_and_spills_nothing(TestDatabases databases) {
    try (Route route = Route.of(databases, filled("big", 30_000), "CREATE TABLE big " + COLUMNS)) {
      Receipt receipt =
          route
              .shell()
              .run(
                  "plan copy (select distinct on (id % 20000) id, name, score from big"
                      + " order by id % 20000, id desc limit 15000) -> big");

      assertThat(receipt.inserted()).isEqualTo(15_000);
      assertThat(receipt.pieces().batches()).isGreaterThan(1);
      assertThat(route.target().query("SELECT count(DISTINCT xmin::text) FROM big"))
          .containsExactly("1");
    }
  }

  @OnEachMajor
  void a_role_that_may_not_keep_a_journal_is_told_before(TestDatabases databases) {
    try (Route route = Route.of(databases, filled("big", 3_000), "CREATE TABLE big " + COLUMNS)) {
      String database = route.target().name();
      route
          .target()
          .server()
          .execute(
              database,
              "ALTER DATABASE "
                  + database
                  + " OWNER TO postgres; REVOKE CREATE ON DATABASE "
                  + database
                  + " FROM app_user");
      route.shell().type("plan copy big -> big batch 500 rows");

      assertThat(route.shell().findings("no-journal"))
          .containsExactly("role \"app_user\" cannot keep a journal of runs on target \"main\"");
      assertThat(route.shell().refusal("run").fields().hint().orElseThrow())
          .contains("run without journal");
      route.shell().type("run without journal");
      route.assertEqual("big");
      assertThat(
              route.target().query("SELECT count(*) FROM pg_namespace WHERE nspname = 'linkspan'"))
          .containsExactly("0");
    }
  }

  @OnEachMajor
  void skipped_rows_are_kept_with_the_row_that_they_clashed_with(TestDatabases databases)
      throws Exception {
    String table = "CREATE TABLE s (id integer PRIMARY KEY, email text UNIQUE);";
    Path directory = Files.createTempDirectory("skipped");
    try (Route route =
        Route.of(
            databases,
            table + "INSERT INTO s SELECT n, 'e' || n FROM generate_series(1, 3000) n",
            table + "INSERT INTO s VALUES (7, 'seven'), (9007, 'e8')")) {
      Path file = directory.resolve("skipped.csv");
      route.shell().type("plan copy s -> s batch 500 rows workers 2");
      route.shell().type("run dry skipped to '" + directory.resolve("dry.csv") + "'");
      route.shell().type("run skipped to '" + file + "'");

      List<String> lines =
          List.of(
              "key,clash,id,email,there_id,there_email",
              "s_email_key,target,8,e8,9007,e8",
              "s_pkey,target,7,e7,7,seven");
      assertThat(Files.readAllLines(file)).containsExactlyInAnyOrderElementsOf(lines);
      assertThat(Files.readAllLines(directory.resolve("dry.csv")))
          .containsExactlyInAnyOrderElementsOf(lines);
      assertThat(route.shell().receipt().skippedBy())
          .containsExactlyInAnyOrder(
              new Receipt.SkippedBy("s_pkey", Receipt.Clash.EITHER, 1),
              new Receipt.SkippedBy("s_email_key", Receipt.Clash.EITHER, 1));
    }
  }

  @OnEachMajor
  void the_error_of_one_worker_ends_the_run_and_says_what_is_there(TestDatabases databases) {
    try (Route route =
        Route.of(
            databases,
            "CREATE TABLE e (id integer PRIMARY KEY, name text);"
                + "INSERT INTO e SELECT n, n::text FROM generate_series(1, 12000) n;"
                + "UPDATE e SET name = 'x' WHERE id = 11990",
            "CREATE TABLE e (id integer, name integer)")) {
      route.shell().type("plan copy e -> e map name = name::integer batch 1000 rows workers 3");
      UserException error = route.shell().refusal("run");

      assertThat(error.kind()).isEqualTo(UserException.Kind.SERVER);
      assertThat(error.fields().message())
          .isEqualTo(
              "target \"main\" stopped the run: invalid input syntax for type integer: \"x\"");
      assertThat(error.fields().detail().orElseThrow())
          .matches(
              "\\d+ of \\d+ batches of run 1 are committed and stay, with [\\d,]+ rows read\\."
                  + " Row id=11990, column \"name\": from name=\"x\": .*\"x\"\\.");
      assertThat(error.fields().explanation().orElseThrow().next())
          .endsWith("Go on: resume 1; or take them back: undo 1");
      assertThat(route.left()).isEmpty();
    }
  }
}
