package io.linkspan.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.linkspan.pg.Literal;
import io.linkspan.pg.UserException;
import io.linkspan.testing.Jdbc;
import io.linkspan.testing.OnEachMajor;
import io.linkspan.testing.TestDatabase;
import io.linkspan.testing.TestDatabases;
import io.linkspan.testing.TestServer;
import java.util.List;

/** Statements from elsewhere on real servers, which must not learn the password from them. */
final class PastedStatementsIT {
  private static final String PASSWORD = TestDatabase.APP_USER.password();

  private static void nowhere(String where, String text) {
    // Whatever quoting does to the rest, this part stays.
    assertThat(text.contains("s3cr")).as("%s has the password", where).isFalse();
  }

  /** A shell on the target alone, and what its server wrote meanwhile. */
  private record Watched(TestServer server, int since, CopyShell shell) implements AutoCloseable {
    static Watched on(TestDatabase target) {
      TestServer server = target.server();
      server.logDurations(true);
      server.execute("postgres", "CREATE EXTENSION IF NOT EXISTS pg_stat_statements");
      server.execute("postgres", "SELECT pg_stat_statements_reset()");
      CopyShell shell = CopyShell.unconnected();
      shell.type("connect main " + CopyShell.conninfo(target.access()) + " as target");
      shell.type("SET search_path = public, dblink;");
      return new Watched(server, server.log().length(), shell);
    }

    @Override
    public void close() {
      try (shell) {
        nowhere("the log", server.log().substring(since));
        for (String view : List.of("pg_stat_activity", "pg_stat_statements")) {
          nowhere(view, Jdbc.query(server.superuser(), "SELECT query FROM " + view).toString());
        }
        nowhere("the screen", shell.shown());
      } finally {
        server.logDurations(false);
      }
    }
  }

  private static String conninfo(TestDatabase source) {
    return Literal.quoted(source.conninfo());
  }

  /** The guide's own statement, by its words. */
  private static String guide(TestDatabase source) {
    return """
        INSERT INTO users (username, email, created_at, updated_at)
        SELECT DISTINCT username, lower(email) AS email, NOW() AS created_at, NOW() AS updated_at
        FROM dblink(%s, 'SELECT username, email FROM archived_users')
          AS t(username text, email text)
        ON CONFLICT DO NOTHING;"""
        .formatted(conninfo(source));
  }

  private static TestDatabase source(TestDatabases databases) {
    TestDatabase source = databases.create();
    source.execute(
        """
        CREATE TABLE archived_users (username text, email text, seen timestamptz);
        INSERT INTO archived_users VALUES ('ann', 'Ann@X.org', now()), ('bob', NULL, now()),
          ('ann', 'Ann@X.org', now()), ('old', 'old@x.org', '2001-01-01 00:00+00');
        CREATE TABLE written (a integer)""");
    return source;
  }

  private static TestDatabase target(TestDatabases databases) {
    TestDatabase target = databases.create();
    target.execute(
        """
        CREATE TABLE users (username text UNIQUE, email text, created_at timestamptz,
          updated_at timestamptz)""");
    return target;
  }

  @OnEachMajor
  void the_guides_statement_is_not_sent_and_runs_as_a_plan(
      TestServer server, TestDatabases databases) {
    TestDatabase source = source(databases);
    TestDatabase target = target(databases);
    try (Watched watched = Watched.on(target)) {
      String shown = watched.shell().type(guide(source));

      assertThat(shown).startsWith("not sent:").contains("the password is in the text");
      assertThat(target.query("SELECT count(*) FROM users")).containsExactly("0");
      nowhere("the history", watched.shell().forHistory(guide(source)));
      watched.shell().type("run");
      assertThat(watched.shell().receipt().inserted()).isEqualTo(3);
    }
    assertThat(target.query("SELECT username, email FROM users ORDER BY 1"))
        .containsExactly("ann|ann@x.org", "bob|null", "old|old@x.org");
  }

  @OnEachMajor
  void the_plan_inserts_what_the_statement_would(TestServer server, TestDatabases databases) {
    TestDatabase source = source(databases);
    TestDatabase target = target(databases);
    target.execute("CREATE TABLE twin (LIKE users INCLUDING ALL)");
    String statement =
        "INSERT INTO %s (email, username) SELECT d.m, 'u_' || n FROM dblink.dblink(%s,"
            + " 'SELECT a.username, a.email, a.seen FROM archived_users AS a WHERE a.email IS NOT"
            + " NULL') AS d(m text, n varchar(40), at timestamptz) WHERE at > '2020-01-01'"
            + " ON CONFLICT DO NOTHING";
    Jdbc.execute(target.access(), statement.formatted("twin", conninfo(source)));
    try (Watched watched = Watched.on(target)) {
      watched.shell().type("check " + statement.formatted("users", conninfo(source)) + ";");
      watched.shell().type("run");
    }
    assertThat(target.query("SELECT username, email FROM users"))
        .isEqualTo(target.query("SELECT username, email FROM twin"))
        .containsExactly("u_Ann@X.org|ann");
  }

  @OnEachMajor
  void typed_calls_work_and_the_server_never_sees_the_password(
      TestServer server, TestDatabases databases) {
    TestDatabase source = source(databases);
    TestDatabase target = target(databases);
    String to = conninfo(source);
    try (Watched watched = Watched.on(target)) {
      CopyShell shell = watched.shell();
      assertThat(shell.type("SELECT * FROM dblink(" + to + ", 'SELECT 41 + 1') AS t(a int);"))
          .contains("42")
          .contains("linkspan_typed_1 is opened apart");
      assertThat(shell.type("SELECT dblink_connect('c', " + to + ");")).contains("OK");
      assertThat(shell.type("SELECT dblink_connect(" + to + ");")).contains("OK");
      assertThat(shell.type("SELECT * FROM dblink('SELECT 7') AS t(a int);")).contains("7");
      assertThat(shell.type("SELECT dblink_exec(" + to + ", 'INSERT INTO written VALUES (1)');"))
          .contains("INSERT 0 1");
      assertThat(shell.type("SELECT dblink_get_connections();")).contains("{c}");
      assertThat(shell.type("SELECT * FROM dblink('c', 'SELECT 1; SELECT 2') AS t(a int);"))
          .contains("several statements");
      assertThat(shell.refusal("SELECT dblink_connect('c', " + to + ");").fields().message())
          .contains("duplicate connection name");
      assertThat(
              shell
                  .refusal("SELECT * FROM dblink(" + to + ", 'SELECT x') AS t(a int);")
                  .fields()
                  .message())
          .contains("column \"x\" does not exist");
      assertThat(shell.type("SELECT dblink_get_connections();")).contains("{c}");
    }
    assertThat(source.query("SELECT a FROM written")).containsExactly("1");
  }

  @OnEachMajor
  void a_statement_that_fails_in_a_transaction_leaves_no_connection_in_the_way(
      TestServer server, TestDatabases databases) {
    TestDatabase source = source(databases);
    TestDatabase target = target(databases);
    String query = "SELECT * FROM dblink(" + conninfo(source) + ", 'SELECT %s') AS t(a int);";
    try (Watched watched = Watched.on(target)) {
      CopyShell shell = watched.shell();
      shell.type("BEGIN;");
      assertThat(shell.refusal(query.formatted("x")).fields().message()).contains("\"x\"");
      shell.type("ROLLBACK;");

      assertThat(shell.type(query.formatted("5"))).contains("5");
      shell.type("BEGIN;");
      assertThat(shell.type(guide(source))).doesNotContain("not sent");
      shell.type("ROLLBACK;");
      assertThat(shell.type("SELECT count(*) FROM users;")).contains("0");
    }
  }

  @OnEachMajor
  void what_cannot_go_without_its_password_does_not_go(TestServer server, TestDatabases databases) {
    TestDatabase source = source(databases);
    TestDatabase target = target(databases);
    String to = conninfo(source);
    try (Watched watched = Watched.on(target)) {
      for (String sql :
          List.of(
              "DO $do$ BEGIN PERFORM dblink_connect('d', " + to + "); END $do$;",
              "CREATE VIEW v AS SELECT * FROM dblink(" + to + ", 'SELECT 1') AS t(a int);",
              "SELECT * FROM dblink('dbname=x password=' || "
                  + Literal.quoted(PASSWORD)
                  + ", 'SELECT 1') AS t(a int);",
              "SELECT * FROM dblink('dbname=x user=y password="
                  + PASSWORD.replace("'", "")
                  + "', 'SELECT 1') AS t(a int);",
              "CREATE TABLE kept (a text DEFAULT dblink_exec(" + to + ", 'SELECT 1'));",
              "SELECT other.dblink_connect('n', " + to + ");",
              "SELECT * FROM dblink('c', 'COPY archived_users TO STDOUT') AS t(a text);")) {
        UserException refusal = watched.shell().refusal(sql);
        assertThat(refusal.fields().hint()).as(sql).isPresent();
        nowhere("a refusal", refusal.fields().toString());
      }
    }
  }

  @OnEachMajor
  void a_wrong_password_and_a_wrong_place_are_told_without_it(
      TestServer server, TestDatabases databases) {
    TestDatabase source = source(databases);
    TestDatabase target = target(databases);
    String wrong = Literal.quoted(source.conninfo().replace("s3cr", "s3cr_wrong"));
    String closed =
        Literal.quoted("host=127.0.0.1 port=1 dbname=" + source.name() + " password=s3cr");
    try (Watched watched = Watched.on(target)) {
      for (String to : List.of(wrong, closed)) {
        String sql =
            "INSERT INTO users (username) SELECT a FROM dblink(%s, 'SELECT 1') AS t(a text);"
                .formatted(to);
        assertThat(watched.shell().refusal(sql).kind()).isEqualTo(UserException.Kind.CONNECTION);
        nowhere("a refusal", watched.shell().refusal("check " + sql).fields().toString());
      }
    }
  }

  @OnEachMajor
  void with_standard_conforming_strings_off_no_password_slips_through(
      TestServer server, TestDatabases databases) {
    TestDatabase source = source(databases);
    TestDatabase target = target(databases);
    try (Watched watched = Watched.on(target)) {
      CopyShell shell = watched.shell();
      shell.type("SET standard_conforming_strings = off;");
      String backslashes = "'" + source.conninfo().replace("'", "''") + "'";
      UserException refusal =
          shell.refusal("SELECT * FROM dblink(" + backslashes + ", 'SELECT 1') AS t(a int);");
      assertThat(refusal.fields().detail().orElseThrow()).contains("standard_conforming_strings");
      assertThat(
              shell.type("SELECT * FROM dblink(" + conninfo(source) + ", 'SELECT 6') AS t(a int);"))
          .contains("6");
    }
  }

  @OnEachMajor
  void a_password_within_the_remote_text_is_neither_shown_nor_sent(
      TestServer server, TestDatabases databases) {
    TestDatabase source = source(databases);
    TestDatabase target = target(databases);
    source.execute("CREATE EXTENSION IF NOT EXISTS dblink");
    String remote =
        "SELECT u FROM dblink("
            + conninfo(source)
            + ", 'SELECT username FROM archived_users')"
            + " AS z(u text)";
    try (Watched watched = Watched.on(target)) {
      CopyShell shell = watched.shell();
      shell.type("connect archive " + CopyShell.conninfo(source.access()));
      for (String by : List.of("'archive'", conninfo(source))) {
        String sql =
            "INSERT INTO users (username) SELECT u FROM dblink(%s, %s) AS t(u text);"
                .formatted(by, Literal.quoted(remote));
        UserException refusal = shell.refusal(sql);
        assertThat(refusal.kind()).isEqualTo(UserException.Kind.CHECK);
        assertThat(refusal.fields().hint().orElseThrow()).contains("connect NAME URI");
        assertThat(shell.type("check " + sql))
            .startsWith("[CHECK]")
            .contains("the remote text of a dblink call holds a password")
            .contains("nothing was sent");
      }
    }
    assertThat(target.query("SELECT count(*) FROM users")).containsExactly("0");
  }

  @OnEachMajor
  void a_script_ends_at_a_statement_that_was_not_sent(TestServer server, TestDatabases databases) {
    TestDatabase source = source(databases);
    TestDatabase target = target(databases);
    try (Watched watched = Watched.on(target)) {
      CopyShell shell = watched.shell().inScript();
      UserException refusal = shell.refusal(guide(source));

      assertThat(refusal.kind()).isEqualTo(UserException.Kind.CHECK);
      assertThat(refusal.fields().hint().orElseThrow()).contains("check").contains("run");
      shell.type("begin;");
      shell.type(guide(source));
      shell.type("commit;");
      assertThat(target.query("SELECT count(*) FROM users")).containsExactly("3");
      target.execute("TRUNCATE users");
      shell.type("check " + guide(source));
      shell.type("run");
      assertThat(shell.receipt().inserted()).isEqualTo(3);
    }
  }

  @OnEachMajor
  void a_statement_that_comes_to_no_plan_changes_nothing_and_says_how_to_send_it(
      TestServer server, TestDatabases databases) {
    TestDatabase source = source(databases);
    TestDatabase target = target(databases);
    String asItIs = "begin; then the statement; then commit;";
    try (Watched watched = Watched.on(target)) {
      CopyShell shell = watched.shell();
      shell.type("connect archive " + CopyShell.conninfo(source.access()) + " as source");
      shell.type("plan copy archived_users -> users");
      String before = shell.prompt();
      String unreached =
          "INSERT INTO users (username) SELECT a FROM dblink('host=127.0.0.1 port=1 dbname=x"
              + " user=y password=s3cr', 'SELECT 1') AS t(a text);";
      assertThat(shell.refusal(unreached).fields().toString()).contains(asItIs);
      assertThat(shell.refusal("check " + unreached).fields().toString()).doesNotContain(asItIs);
      String refused =
          "INSERT INTO users (username) SELECT a FROM dblink(%s, 'SELECT nothing') AS t(a text);"
              .formatted(conninfo(source));
      assertThat(shell.type(refused))
          .startsWith("[CHECK]")
          .doesNotContain("not sent:")
          .contains(asItIs);
      assertThat(shell.prompt()).isEqualTo(before);
      assertThat(shell.statement().insert()).contains("archived_users");
    }
  }

  @OnEachMajor
  void a_function_of_another_schema_is_not_the_extensions(
      TestServer server, TestDatabases databases) {
    TestDatabase source = source(databases);
    TestDatabase target = target(databases);
    target.execute(
        """
        CREATE SCHEMA other;
        CREATE FUNCTION other.dblink(text, text) RETURNS SETOF record LANGUAGE sql
          AS $$ SELECT 'mine'::text $$""");
    String sql = "INSERT INTO users (username) SELECT a FROM other.dblink(%s, 'x') AS t(a text);";
    try (Watched watched = Watched.on(target)) {
      assertThat(watched.shell().refusal(sql.formatted(conninfo(source))).kind())
          .isEqualTo(UserException.Kind.CHECK);
      assertThat(watched.shell().type("check " + sql.formatted("'main'")))
          .contains("other.dblink is not the function of the extension");
      watched.shell().type(sql.formatted("'dbname=x'"));
    }
    assertThat(target.query("SELECT username FROM users")).containsExactly("mine");
  }

  @OnEachMajor
  void what_a_failed_transaction_left_open_is_closed_before_the_next_call(
      TestServer server, TestDatabases databases) {
    TestDatabase source = source(databases);
    TestDatabase target = target(databases);
    try (Watched watched = Watched.on(target)) {
      CopyShell shell = watched.shell();
      shell.type("BEGIN;");
      shell.refusal("SELECT * FROM dblink(" + conninfo(source) + ", 'SELECT x') AS t(a int);");
      shell.type("ROLLBACK;");
      assertThat(shell.type("SELECT dblink_get_connections();")).doesNotContain("linkspan_typed");
    }
  }
}
