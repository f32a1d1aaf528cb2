package io.linkspan.trouble;

import static io.linkspan.trouble.ConnectingProducers.both;

import io.linkspan.connection.Session;
import io.linkspan.testing.Await;
import io.linkspan.trouble.Lab.Raised;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** Makes the troubles that end a copy half-way. */
final class RunningProducers {
  private static final String MANY = "SELECT n, repeat('x', 200) FROM generate_series(1, 40000) n";
  private static final String SLEEP = "SELECT 1 FROM pg_sleep(20)";

  private final Map<String, Producer> all = new HashMap<>();

  static Map<String, Producer> all() {
    RunningProducers made = new RunningProducers();
    made.limits();
    made.locks();
    made.cancels();
    made.connections();
    return made.all;
  }

  private void limits() {
    all.put(
        "temporary-files-over-limit",
        lab ->
            lab.byTargetForRoot(
                "SET work_mem = '64kB'",
                "SET temp_file_limit = '1MB'",
                "SELECT count(*) FROM " + lab.from(MANY, "n integer, t text")));
    all.put(
        "temporary-files-over-limit-on-source",
        lab -> {
          lab.rootOnSource("ALTER ROLE app_user SET temp_file_limit = '1MB'");
          try {
            String sorted = "SELECT count(*) FROM (" + MANY + " ORDER BY 2, 1 OFFSET 0) q";
            return lab.bySource(
                "SELECT dblink.dblink_connect('c', " + lab.way() + ")",
                "SELECT dblink.dblink_exec('c', 'SET work_mem = ''64kB''')",
                "SELECT * FROM dblink.dblink('c', $q$" + sorted + "$q$) AS t(n bigint)");
          } finally {
            lab.rootOnSource("ALTER ROLE app_user RESET temp_file_limit");
          }
        });
  }

  private void locks() {
    all.put(
        "lock-of-another-session",
        lab -> {
          lab.source().execute("CREATE TABLE own (id integer)");
          // The session that reads through dblink waits for its own lock.
          String self = lab.way("options='-c lock_timeout=300'");
          return lab.onSource()
              .bySource(
                  "BEGIN",
                  "TRUNCATE own",
                  "SELECT * FROM dblink.dblink(" + self + ", 'SELECT id FROM own') AS t(id int)");
        });
    all.put("deadlock", RunningProducers::deadlock);
    all.put(
        "serialization-failure",
        lab -> {
          lab.target().execute("CREATE TABLE counted (id integer); INSERT INTO counted VALUES (1)");
          String update = "UPDATE counted SET id = id + 1";
          return lab.byTarget(
              "BEGIN ISOLATION LEVEL REPEATABLE READ",
              "SELECT * FROM counted",
              "SELECT dblink.dblink_exec(" + lab.itself() + ", '" + update + "')",
              update);
        });
  }

  private static List<Raised> deadlock(Lab lab) {
    lab.target()
        .execute(
            "CREATE TABLE knot (id integer PRIMARY KEY, v integer);"
                + " INSERT INTO knot VALUES (1, 0), (2, 0)");
    String first = "UPDATE knot SET v = v + 1 WHERE id = 1";
    String second = "UPDATE knot SET v = v + 1 WHERE id = 2";
    try (Session one = lab.rootSession();
        Session two = lab.session()) {
      one.execute("SET deadlock_timeout = '20s'; BEGIN; " + first);
      two.execute("BEGIN; " + second);
      CompletableFuture<Void> waits =
          CompletableFuture.runAsync(() -> one.execute(second), work -> new Thread(work).start());
      Await.until("the first waits for the second", () -> lab.waits(one));
      List<Raised> raised = List.of(lab.raised(two, "target", first));
      two.execute("ROLLBACK");
      waits.join();
      return raised;
    }
  }

  private void cancels() {
    all.put(
        "timeout-on-source",
        lab ->
            lab.bySource(
                "SELECT * FROM dblink.dblink("
                    + lab.way("options='-c statement_timeout=200'")
                    + ", '"
                    + SLEEP
                    + "') AS t(a integer)"));
    all.put(
        "timeout-on-target",
        lab ->
            lab.byTarget(
                "SET statement_timeout = '200ms'",
                "SELECT pg_sleep(5) FROM " + lab.from("SELECT 1", "a integer")));
    all.put(
        "stopped-by-user-on-source",
        lab ->
            lab.interrupted("source", "SELECT * FROM " + lab.from(SLEEP, "a integer"), "cancel"));
    all.put(
        "stopped-by-user",
        lab ->
            lab.interrupted(
                "target", "SELECT pg_sleep(20) FROM " + lab.from("SELECT 1", "a int"), "cancel"));
  }

  private void connections() {
    String open = "SELECT dblink.dblink_connect('c', %s)";
    all.put(
        "link-broken",
        lab ->
            both(
                lab.interrupted(
                    "source", "SELECT * FROM " + lab.from(SLEEP, "a integer"), "terminate"),
                killed(
                    lab, "SELECT * FROM dblink.dblink('c', 'SELECT 1') AS t(a integer)", false)));
    all.put(
        "empty-remote-text",
        lab ->
            both(
                lab.bySource("SELECT dblink.dblink_exec(" + lab.way() + ", '')"),
                lab.bySource(
                    "SELECT dblink.dblink_exec(" + lab.way() + ", 'COPY (SELECT 1) TO STDOUT')")));
    all.put(
        "connection-busy",
        lab ->
            lab.byEither(
                open.formatted(lab.way()),
                "SELECT dblink.dblink_send_query('c', 'SELECT pg_sleep(1)')",
                "SELECT * FROM dblink.dblink('c', 'SELECT 1') AS t(a integer)"));
    all.put(
        "connection-dead",
        lab -> killed(lab, "SELECT * FROM dblink.dblink('c', 'SELECT 1') AS t(a integer)", true));
    all.put(
        "connection-not-open",
        lab ->
            both(
                lab.byTarget("SELECT dblink.dblink_disconnect('nope')"),
                lab.byTarget("SELECT * FROM dblink.dblink('SELECT 1') AS t(a integer)")));
    all.put(
        "driver-wants-iso-dates",
        lab ->
            lab.major() > 13
                ? List.of()
                : lab.byTarget(
                    "SELECT * FROM dblink.dblink("
                        + lab.way("options='-c DateStyle=SQL'")
                        + ", 'SELECT current_date') AS t(d date)"));
    all.put(
        "connection-name-taken",
        lab ->
            lab.byTarget(
                open.formatted(lab.way()), "BEGIN", "ROLLBACK", open.formatted(lab.way())));
    all.put("target-lost", lab -> lab.interrupted("target", "SELECT pg_sleep(20)", "terminate"));
  }

  /** The link's session is ended between two statements; the second one finds it dead. */
  private static List<Raised> killed(Lab lab, String statement, boolean twice) {
    try (Session session = lab.session()) {
      session.execute("SELECT dblink.dblink_connect('c', " + lab.way() + ")");
      lab.terminateLinks();
      Raised first = lab.raised(session, "source", statement);
      return twice ? List.of(lab.raised(session, "", statement)) : List.of(first);
    }
  }
}
