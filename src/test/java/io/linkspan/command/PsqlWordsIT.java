package io.linkspan.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.linkspan.connection.ColumnHead;
import io.linkspan.connection.ResultListener;
import io.linkspan.pg.ErrorFields;
import io.linkspan.testing.Await;
import io.linkspan.testing.Jdbc;
import io.linkspan.testing.OnEachMajor;
import io.linkspan.testing.TestDatabase;
import io.linkspan.testing.TestDatabases;
import io.linkspan.testing.TestServer;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** What psql's words do on servers, and that nothing runs on after them. */
final class PsqlWordsIT {
  private static List<String> active(TestDatabase database) {
    return Jdbc.query(
        database.superuser(),
        "SELECT query FROM pg_stat_activity WHERE datname = '%s'".formatted(database.name())
            + " AND state <> 'idle' AND pid <> pg_backend_pid()");
  }

  @OnEachMajor
  void a_watch_that_is_stopped_ends_without_an_error_and_leaves_nothing(
      TestServer server, TestDatabases databases) throws Exception {
    TestDatabase database = databases.create();
    try (CopyShell shell = CopyShell.between(database.access(), database.access())) {
      CompletableFuture<String> watch =
          shell.typeInBackground("select 'watched', pg_sleep(600) \\watch 1");
      Await.until("the statement runs", () -> active(database).toString().contains("'watched'"));

      shell.interrupt();

      watch.get(10, TimeUnit.SECONDS);
      // The names for completion may still be read.
      assertThat(active(database).toString()).doesNotContain("'watched'");
    }
  }

  @OnEachMajor
  void a_watch_is_stopped_between_two_turns_as_well(TestServer server, TestDatabases databases)
      throws Exception {
    TestDatabase database = databases.create();
    database.execute("CREATE TABLE turns (n integer); GRANT ALL ON turns TO PUBLIC");
    try (CopyShell shell = CopyShell.between(database.access(), database.access())) {
      CompletableFuture<String> watch =
          shell.typeInBackground("insert into turns values (1) \\watch 600");
      Await.until(
          "one turn is done",
          () -> Jdbc.query(database.superuser(), "SELECT 1 FROM turns").size() == 1);

      // It may come before the wait has begun; a person would press the keys again as well.
      Await.until(
          "the watch ends",
          () -> {
            shell.interrupt();
            return watch.isDone();
          });

      assertThat(watch.get(10, TimeUnit.SECONDS)).isEqualTo("INSERT 0 1");
      assertThat(Jdbc.query(database.superuser(), "SELECT count(*) FROM turns"))
          .containsExactly("1");
    }
  }

  @OnEachMajor
  void what_nobody_wants_to_read_on_is_done_all_the_same(
      TestServer server, TestDatabases databases) {
    TestDatabase database = databases.create();
    database.execute("CREATE TABLE kept (n integer); GRANT ALL ON kept TO PUBLIC");
    try (CopyShell shell = CopyShell.between(database.access(), database.access())) {
      Few few = new Few();

      shell
          .connection("main")
          .session()
          .run(
              "with i as (insert into kept select generate_series(1, 5000) returning n)"
                  + " select n from i",
              few);

      assertThat(few.rows).isEqualTo(3);
      assertThat(Jdbc.query(database.superuser(), "SELECT count(*) FROM kept"))
          .containsExactly("5000");
      assertThat(active(database).toString()).doesNotContain("insert into kept");
    }
  }

  @OnEachMajor
  void what_another_session_notifies_is_told_after_the_next_statement(
      TestServer server, TestDatabases databases) {
    TestDatabase database = databases.create();
    try (CopyShell shell = CopyShell.between(database.access(), database.access())) {
      int process = shell.connection("archive").session().backendPid();
      shell.type("listen news;");

      shell.type("@archive listen news;");
      shell.type("@archive notify news, 'hello';");
      String told = shell.type("select 1 as a;");

      assertThat(told)
          .isEqualTo(
              """
               a
              ---
               1
              (1 row)

              Asynchronous notification "news" with payload "hello" received from server process\
               with PID %d."""
                  .formatted(process));
      assertThat(shell.type("notify other;")).isEqualTo("NOTIFY");
      assertThat(shell.type("notify news;"))
          .isEqualTo(
              "NOTIFY\nAsynchronous notification \"news\" received from server process with PID %d."
                  .formatted(shell.connection("main").session().backendPid()));
    }
  }

  @OnEachMajor
  void types_are_described_with_their_modifiers_and_nothing_is_done(
      TestServer server, TestDatabases databases) {
    TestDatabase database = databases.create();
    database.execute(
        "CREATE TABLE t (id bigserial, price numeric(10,2), code char(3), name varchar(20),"
            + " plain varchar, at timestamp(3), data jsonb); GRANT ALL ON t TO PUBLIC;"
            + " GRANT ALL ON SEQUENCE t_id_seq TO PUBLIC");
    try (CopyShell shell = CopyShell.between(database.access(), database.access())) {
      String shown =
          shell.type(
              "insert into t (code) values ('abc')"
                  + " returning *, data ? 'key' as \"has key\" \\gdesc");

      assertThat(shown)
          .isEqualTo(
              """
               Column  |              Type
              ---------+--------------------------------
               id      | bigint
               price   | numeric(10,2)
               code    | character(3)
               name    | character varying(20)
               plain   | character varying
               at      | timestamp(3) without time zone
               data    | jsonb
               has key | boolean
              (8 rows)
              """);
      assertThat(Jdbc.query(database.superuser(), "SELECT count(*) FROM t")).containsExactly("0");
    }
  }

  /** Has had enough after three rows. */
  private static final class Few implements ResultListener {
    private int rows;

    @Override
    public void columns(List<ColumnHead> heads) {}

    @Override
    public void row(List<Optional<String>> values) {
      rows++;
    }

    @Override
    public boolean enough() {
      return rows == 3;
    }

    @Override
    public void endOfRows(long count) {}

    @Override
    public void done(long affected) {}

    @Override
    public void notice(ErrorFields notice) {}
  }
}
