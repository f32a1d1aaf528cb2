package io.linkspan.trouble;

import static org.assertj.core.api.Assertions.assertThat;

import io.linkspan.command.CopyShell;
import io.linkspan.connection.ServerException;
import io.linkspan.connection.Session;
import io.linkspan.pg.ErrorFields;
import io.linkspan.pg.Identifier;
import io.linkspan.pg.Literal;
import io.linkspan.pg.SqlState;
import io.linkspan.pg.UserException;
import io.linkspan.sandbox.Access;
import io.linkspan.testing.Await;
import io.linkspan.testing.Jdbc;
import io.linkspan.testing.TestDatabase;
import io.linkspan.testing.TestServer;
import io.linkspan.trouble.Scene.End;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/** Two databases of one server in which troubles are made, as a person would make them. */
final class Lab implements AutoCloseable {
  /** Stands before a statement whose error is part of the way to the trouble. */
  static final String FAILS = "/* fails */ ";

  private static final End ARCHIVE = new End("archive", Optional.of(new Identifier("app_user")));
  private static final End MAIN = new End("main", Optional.of(new Identifier("app_user")));

  private final TestServer server;
  private final TestDatabase source;
  private final TestDatabase target;
  private final CopyShell app;
  private final CopyShell root;

  /** An error that came up, where, and by which side. */
  record Raised(ErrorFields fields, Scene scene, String side) {}

  Lab(TestServer server, TestDatabase source, TestDatabase target) {
    this.server = server;
    this.source = source;
    this.target = target;
    this.app = CopyShell.between(source.access(), target.access());
    this.root = CopyShell.between(source.superuser(), target.superuser());
  }

  int major() {
    return server.major();
  }

  TestServer server() {
    return server;
  }

  TestDatabase source() {
    return source;
  }

  TestDatabase target() {
    return target;
  }

  CopyShell shell() {
    return app;
  }

  /** The connection string of the source, as a literal. */
  String way(String... others) {
    return Literal.quoted(source.conninfo() + " " + String.join(" ", others));
  }

  /** A call that reads from the source. */
  String dblink(String remote) {
    return "dblink.dblink(" + way() + ", $remote$" + remote + "$remote$)";
  }

  /** A call that reads rows of those columns from the source. */
  String from(String remote, String columns) {
    return dblink(remote) + " AS t(" + columns + ")";
  }

  /** What the source raises when these are typed on the target as an ordinary role. */
  List<Raised> bySource(String... statements) {
    return List.of(raised(app, "source", statements));
  }

  /** What the target raises when these are typed there as an ordinary role. */
  List<Raised> byTarget(String... statements) {
    return List.of(raised(app, "target", statements));
  }

  /** The same as superuser. */
  List<Raised> bySourceForRoot(String... statements) {
    return List.of(raised(root, "source", statements));
  }

  /** The same as superuser. */
  List<Raised> byTargetForRoot(String... statements) {
    return List.of(raised(root, "target", statements));
  }

  /** What opening a dblink connection gives, as an ordinary role and as superuser. */
  List<Raised> opening(String side, String conninfo) {
    String sql = "SELECT dblink.dblink_connect('c', " + Literal.quoted(conninfo) + ")";
    return List.of(raised(app, side, sql), raised(root, side, sql));
  }

  /** What is raised, by whichever side. */
  List<Raised> byEither(String... statements) {
    return List.of(raised(app, "", statements));
  }

  /** The same lab with another database of the target's server for the target. */
  Lab inDatabase(String name) {
    return new Lab(server, source, new TestDatabase(server, name));
  }

  /** The same lab with the source's database at both ends. */
  Lab onSource() {
    return new Lab(server, source, source);
  }

  /** The connection string of the target, as a literal. */
  String itself() {
    return Literal.quoted(target.conninfo());
  }

  /** A further session of app_user on the target, for the caller to close. */
  Session session() {
    return app.connection("main").openSession();
  }

  /** The same of the superuser. */
  Session rootSession() {
    return root.connection("main").openSession();
  }

  /** Whether the session waits for a lock. */
  boolean waits(Session session) {
    return Jdbc.query(
            target.superuser(),
            "SELECT cardinality(pg_blocking_pids(" + session.backendPid() + ")) > 0")
        .contains("t");
  }

  /** Ends every session that came through dblink. */
  void terminateLinks() {
    String links =
        " FROM pg_stat_activity WHERE application_name = ''"
            + " AND datname = current_database() AND usename = 'app_user'";
    rootOnSource("SELECT pg_terminate_backend(pid)" + links);
    Await.until(
        "they are gone", () -> Jdbc.query(source.superuser(), "SELECT pid" + links).isEmpty());
  }

  /** The statement is ended from outside, on the side where it waits. */
  List<Raised> interrupted(String side, String statement, String how) {
    TestDatabase there = side.equals("source") ? source : target;
    try (Session session = session()) {
      CompletableFuture<Raised> work =
          CompletableFuture.supplyAsync(
              () -> raised(session, side, statement), task -> new Thread(task).start());
      String sleeping =
          "SELECT pid FROM pg_stat_activity WHERE wait_event = 'PgSleep' AND datname = '"
              + there.name()
              + "'";
      Await.until("it sleeps", () -> !Jdbc.query(there.superuser(), sleeping).isEmpty());
      Jdbc.execute(
          there.superuser(), sleeping.replace("SELECT pid", "SELECT pg_" + how + "_backend(pid)"));
      return List.of(work.join());
    }
  }

  /** What one statement raises in a session. */
  Raised raised(Session session, String side, String statement) {
    try {
      session.execute(statement);
    } catch (ServerException e) {
      return new Raised(e.fields(), Scene.typed(MAIN, Optional.of(ARCHIVE), statement), side);
    }
    throw new AssertionError("no error from: " + statement);
  }

  /** The last statement raises it in a session of its own, whose others do not. */
  private Raised raised(CopyShell shell, String side, String... statements) {
    String last = statements[statements.length - 1];
    try (Session session = shell.connection("main").openSession()) {
      for (int i = 0; i < statements.length - 1; i++) {
        step(session, statements[i]);
      }
      return raised(session, side, last);
    }
  }

  private static void step(Session session, String statement) {
    try {
      session.execute(statement);
    } catch (ServerException e) {
      if (!statement.startsWith(FAILS)) {
        throw new AssertionError(e.fields() + " from: " + statement, e);
      }
    }
  }

  /** What the shell's own connecting ends in. */
  static Raised connecting(Access access, String more) {
    try (CopyShell shell = CopyShell.unconnected()) {
      UserException e = shell.refusal("connect alone " + CopyShell.conninfo(access) + " " + more);
      return new Raised(
          e.fields(),
          Scene.shell("alone", "connect alone"),
          e.fields().sqlState().filter(SqlState::connectionLost).isPresent() ? "shell" : "server");
    }
  }

  /** What a superuser does on the target. */
  void root(String sql) {
    Jdbc.execute(target.superuser(), sql);
  }

  /** What a superuser does on the source. */
  void rootOnSource(String sql) {
    Jdbc.execute(source.superuser(), sql);
  }

  /** No error, and these rows. */
  List<Raised> silent(String query, String... rows) {
    assertThat(target.query(query)).containsExactly(rows);
    return List.of();
  }

  /** Lets nobody in but as those lines of pg_hba.conf say, and the superuser. */
  List<Raised> underHba(String lines, Supplier<List<Raised>> work) {
    String before = hba("SELECT pg_read_file(current_setting('hba_file'))");
    try {
      write("host all postgres 127.0.0.1/32 scram-sha-256\n" + lines);
      return work.get();
    } finally {
      write(before);
    }
  }

  private String hba(String query) {
    return Jdbc.query(target.superuser(), query).get(0);
  }

  /** A program makes the file, because COPY escapes what it writes. */
  private void write(String lines) {
    String before = loaded();
    root(
        "DO $do$ DECLARE file text := current_setting('hba_file'); line text; BEGIN"
            + " CREATE TEMP TABLE hba_lines (line text) ON COMMIT DROP;"
            + " INSERT INTO hba_lines SELECT x FROM regexp_split_to_table("
            + Literal.quoted(lines)
            + ", '\\n') AS x WHERE x <> '';"
            + " EXECUTE format('COPY hba_lines TO %L', file); END $do$;"
            + "SELECT pg_reload_conf()");
    Await.until("the lines are read", () -> !loaded().equals(before));
  }

  /** The postmaster reads pg_hba.conf before it lets the next session in. */
  private String loaded() {
    return Jdbc.query(target.superuser(), "SELECT pg_conf_load_time()").get(0);
  }

  @Override
  public void close() {
    app.close();
    root.close();
  }
}
