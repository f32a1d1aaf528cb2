package io.linkspan.connection;

import static org.assertj.core.api.Assertions.assertThat;

import io.linkspan.command.CopyShell;
import io.linkspan.pg.UserException;
import io.linkspan.sandbox.Access;
import io.linkspan.sandbox.Login;
import io.linkspan.testing.Jdbc;
import io.linkspan.testing.OnEachMajor;
import io.linkspan.testing.TestDatabase;
import io.linkspan.testing.TestDatabases;
import io.linkspan.testing.TestServer;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.assertj.core.api.Assertions;

/** The password reaches the driver and dblink alone, whatever fails and whoever set a trap. */
final class SecretsIT {
  private static final String PASSWORD = TestDatabase.APP_USER.password();

  /** The forms that the password takes; the last stands for all that cut or quote it otherwise. */
  private static final List<String> FORMS =
      List.of(
          PASSWORD,
          URLEncoder.encode(PASSWORD, StandardCharsets.UTF_8),
          PASSWORD.replace("'", "\\'"),
          PASSWORD.replace("'", "''"),
          "s3cr");

  private static void nowhere(String where, String text) {
    for (String form : FORMS) {
      int at = text.indexOf(form);
      if (at >= 0) {
        Assertions.fail(where + " has the password: " + text.substring(Math.max(0, at - 300), at));
      }
    }
  }

  private static void nowhere(String where, Throwable error) {
    for (Throwable e = error; e != null; e = e.getCause()) {
      nowhere(where, String.valueOf(e));
      for (Throwable suppressed : e.getSuppressed()) {
        nowhere(where, suppressed);
      }
      if (e instanceof UserException user) {
        nowhere(where, user.fields().toString());
      }
    }
  }

  /** What a server has written since the watch began. */
  private record Watch(TestServer server, int since) implements AutoCloseable {
    static Watch on(TestServer server) {
      server.logDurations(true);
      server.execute("postgres", "CREATE EXTENSION IF NOT EXISTS pg_stat_statements");
      server.execute("postgres", "SELECT pg_stat_statements_reset()");
      return new Watch(server, server.log().length());
    }

    void search(CopyShell shell) {
      nowhere("the log", server.log().substring(since));
      for (String view : List.of("pg_stat_activity", "pg_stat_statements")) {
        nowhere(view, Jdbc.query(server.superuser(), "SELECT query FROM " + view).toString());
      }
      nowhere("the screen", shell.shown());
    }

    @Override
    public void close() {
      server.logDurations(false);
    }
  }

  @OnEachMajor
  void a_copy_and_what_fails_in_it_leave_the_password_nowhere(
      TestServer server, TestDatabases databases) {
    TestDatabase source = databases.create();
    TestDatabase target = databases.create();
    source.execute("CREATE TABLE t AS SELECT 1 AS id");
    target.execute("CREATE TABLE t (id integer)");
    try (Watch watch = Watch.on(server);
        CopyShell shell = CopyShell.between(source.access(), target.access())) {
      shell.run("plan copy t -> t");
      shell.type("plan sql");
      shell.type("connections");
      shell.type("ping");
      shell.type("plan copy t -> t where 1 / (id - 1) = 1");
      nowhere("an error of the source", shell.refusal("run"));
      nowhere("the plan", shell.statement().toString());
      nowhere("a connection", shell.connection("archive").settings().toString());
      nowhere("a connection", String.valueOf(shell.connection("archive")));
      String typed = "connect other " + CopyShell.conninfo(source.access());
      nowhere("the history", shell.forHistory(typed));
      watch.search(shell);
    }
  }

  @OnEachMajor
  void a_refused_link_leaves_the_password_nowhere(TestServer server, TestDatabases databases) {
    TestDatabase source = databases.create();
    TestDatabase target = databases.create();
    String reader = "reader_" + source.name();
    server.createRole(reader, PASSWORD);
    source.execute("CREATE TABLE t AS SELECT 1 AS id; GRANT SELECT ON t TO " + reader);
    target.execute("CREATE TABLE t (id integer)");
    try (Watch watch = Watch.on(server);
        CopyShell shell =
            CopyShell.between(source.access().as(new Login(reader, PASSWORD)), target.access())) {
      // The session stays; whoever comes anew is refused.
      server.execute("postgres", "ALTER ROLE " + reader + " PASSWORD 'another'");
      shell.type("plan copy t -> t");

      assertThat(shell.findings().toString())
          .contains("could not establish connection")
          .contains("password authentication failed");
      nowhere("a refused run", shell.refusal("run"));
      watch.search(shell);
    }
    server.execute(source.name(), "DROP OWNED BY " + reader + "; DROP ROLE " + reader);
  }

  @OnEachMajor
  void a_wrong_password_and_a_missing_extension_leave_it_nowhere(
      TestServer server, TestDatabases databases) {
    TestDatabase source = databases.create();
    TestDatabase target = databases.create();
    source.execute("CREATE TABLE t AS SELECT 1 AS id");
    target.execute("CREATE TABLE t (id integer)");
    server.execute(target.name(), "DROP EXTENSION dblink");
    try (Watch watch = Watch.on(server);
        CopyShell shell = CopyShell.between(source.access(), target.access())) {
      Access wrong = source.access().as(new Login("app_user", PASSWORD + "x"));
      nowhere("a refusal", shell.refusal("connect third " + CopyShell.conninfo(wrong)));
      shell.type("plan copy t -> t");
      assertThat(shell.findings("dblink-extension")).hasSize(1);
      nowhere("a refused run", shell.refusal("run"));
      nowhere("a refused extension", shell.refusal("install dblink"));
      watch.search(shell);
    }
  }

  @OnEachMajor
  void a_function_call_that_the_server_refuses_leaves_the_password_nowhere(
      TestServer server, TestDatabases databases) {
    TestDatabase source = databases.create();
    TestDatabase target = databases.create();
    source.execute("CREATE TABLE t AS SELECT 1 AS id");
    target.execute("CREATE TABLE t (id integer)");
    server.execute(
        target.name(), "REVOKE EXECUTE ON FUNCTION dblink.dblink_connect(text, text) FROM PUBLIC");
    try (Watch watch = Watch.on(server);
        CopyShell shell = CopyShell.between(source.access(), target.access())) {
      shell.type("plan copy t -> t");
      nowhere("a refused run", shell.refusal("run"));
      shell.type("ping");
      watch.search(shell);
    }
  }

  private static String trap(String schema, String types) {
    return """
        CREATE FUNCTION %s.dblink_connect%s RETURNS text LANGUAGE plpgsql AS
          $$ BEGIN INSERT INTO public.caught VALUES ('connect'); RETURN 'OK'; END $$;
        CREATE FUNCTION %s.dblink_exec%s RETURNS text LANGUAGE plpgsql AS
          $$ BEGIN INSERT INTO public.caught VALUES ('exec'); RETURN 'OK'; END $$;
        CREATE FUNCTION %s.dblink%s RETURNS SETOF record LANGUAGE plpgsql AS
          $$ BEGIN INSERT INTO public.caught VALUES ('dblink'); RETURN QUERY SELECT 666; END $$;
        """
        .formatted(schema, types, schema, types, schema, types);
  }

  @OnEachMajor
  void planted_functions_are_never_called(TestServer server, TestDatabases databases) {
    TestDatabase source = databases.create();
    TestDatabase target = databases.create();
    source.execute("CREATE TABLE t AS SELECT 1 AS id");
    target.execute("CREATE TABLE t (id integer); CREATE TABLE caught (what text)");
    String types = "(character varying, character varying)";
    server.execute(
        target.name(),
        trap("dblink", types)
            + trap("dblink", "(name, name)")
            + trap("dblink", "(anyelement, anyelement)")
            + trap("public", types)
            + trap("public", "(text, text)")
            + "CREATE FUNCTION public.set_config(text, varchar, boolean) RETURNS text LANGUAGE sql"
            + " AS 'INSERT INTO public.caught VALUES ($1) RETURNING what';");
    server.execute(
        "postgres", "ALTER DATABASE " + target.name() + " SET search_path = public, pg_catalog");
    try (CopyShell shell = CopyShell.between(source.access(), target.access())) {
      assertThat(shell.run("plan copy t -> t").inserted()).isEqualTo(1);
      shell.type("preview");
      shell.type("ping");
    }

    assertThat(target.query("SELECT id FROM t")).containsExactly("1");
    assertThat(target.query("SELECT * FROM caught")).isEmpty();
  }

  @OnEachMajor
  void a_foreign_server_named_like_the_conninfo_catches_no_link(
      TestServer server, TestDatabases databases) {
    TestDatabase source = databases.create();
    TestDatabase target = databases.create();
    TestDatabase trap = databases.create();
    source.execute("CREATE TABLE t AS SELECT 1 AS id");
    trap.execute("CREATE TABLE t AS SELECT 666 AS id");
    target.execute("CREATE TABLE t (id integer)");
    String conninfo =
        "host='%s' port='%d' dbname='%s' user='app_user' password="
            .formatted(server.hostForServers(), server.portForServers(), source.name());
    server.execute(
        target.name(),
        "CREATE SERVER \"%s\" FOREIGN DATA WRAPPER dblink_fdw OPTIONS (host '%s', port '%d', dbname '%s');"
                .formatted(
                    conninfo.substring(0, Math.min(63, conninfo.length())),
                    server.hostForServers(),
                    server.portForServers(),
                    trap.name())
            + "CREATE USER MAPPING FOR PUBLIC SERVER \"%s\" OPTIONS (user 'app_user', password '%s')"
                .formatted(
                    conninfo.substring(0, Math.min(63, conninfo.length())),
                    PASSWORD.replace("'", "''"))
            + "; GRANT USAGE ON FOREIGN SERVER \"%s\" TO PUBLIC"
                .formatted(conninfo.substring(0, Math.min(63, conninfo.length()))));
    try (CopyShell shell = CopyShell.between(source.access(), target.access())) {
      shell.run("plan copy t -> t");
    }

    assertThat(target.query("SELECT id FROM t")).containsExactly("1");
  }

  @OnEachMajor
  void a_foreign_server_of_the_administrator_is_taken_and_reached_by_is_heeded(
      TestServer server, TestDatabases databases) {
    TestDatabase source = databases.create();
    TestDatabase target = databases.create();
    source.execute("CREATE TABLE t AS SELECT current_user::text AS id");
    target.execute("CREATE TABLE t (id text)");
    server.execute(
        target.name(),
        """
        CREATE SERVER way FOREIGN DATA WRAPPER dblink_fdw
          OPTIONS (host '%s', port '%d', dbname '%s');
        CREATE USER MAPPING FOR PUBLIC SERVER way OPTIONS (user 'app_user', password '%s');
        GRANT USAGE ON FOREIGN SERVER way TO app_user"""
            .formatted(
                server.hostForServers(),
                server.portForServers(),
                source.name(),
                PASSWORD.replace("'", "''")));
    try (CopyShell shell = CopyShell.between(source.access(), target.access())) {
      assertThat(shell.run("plan copy t -> t").inserted()).isEqualTo(1);
      assertThat(shell.type("ping")).contains("foreign server way");
    }
    try (CopyShell shell = CopyShell.unconnected()) {
      shell.type(
          "connect archive "
              + CopyShell.conninfo(source.access())
              + " as source reached by \"host=localhost port="
              + server.portForServers()
              + "\"");
      shell.type("connect main " + CopyShell.conninfo(target.access()) + " as target");
      assertThat(shell.run("plan copy t -> t").inserted()).isEqualTo(1);
      assertThat(shell.type("ping")).contains("localhost").doesNotContain("foreign server way");
    }
  }

  @OnEachMajor
  void a_role_without_a_password_is_told_the_cure_and_a_superuser_needs_none(
      TestServer server, TestDatabases databases) {
    TestDatabase source = databases.create();
    TestDatabase target = databases.create();
    source.execute("CREATE TABLE t AS SELECT 1 AS id");
    target.execute("CREATE TABLE t (id integer)");
    String hba = Jdbc.query(server.superuser(), "SHOW hba_file").get(0);
    String line = "host " + source.name() + " app_user all trust";
    trust(server, hba, line);
    try (CopyShell shell = CopyShell.between(source.access(), target.access())) {
      shell.type("plan copy t -> t");
      assertThat(shell.findings("source-unreachable")).hasSize(1);
      assertThat(shell.findings().toString())
          .contains("in pg_hba.conf: host DATABASE ROLE ADDRESS-OF-main scram-sha-256");
    }
    try (CopyShell shell = CopyShell.between(source.access(), target.superuser())) {
      assertThat(shell.run("plan copy t -> t").inserted()).isEqualTo(1);
    } finally {
      trust(server, hba, "");
    }
  }

  /** Puts a line before the first of pg_hba.conf, or takes it away again. */
  private static void trust(TestServer server, String file, String line) {
    String kept =
        "SELECT line FROM regexp_split_to_table(pg_read_file('"
            + file
            + "'), E'\\n') AS line WHERE line NOT LIKE '%app_user all trust' AND line <> ''";
    server.execute(
        "postgres",
        "CREATE TEMP TABLE hba (line text); INSERT INTO hba "
            + kept
            + "; COPY (SELECT '"
            + line
            + "' UNION ALL SELECT line FROM hba) TO '"
            + file
            + "'; SELECT pg_reload_conf()");
  }
}
