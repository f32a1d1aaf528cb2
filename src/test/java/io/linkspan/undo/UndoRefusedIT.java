package io.linkspan.undo;

import static io.linkspan.journal.JournalSamples.session;
import static org.assertj.core.api.Assertions.assertThat;

import io.linkspan.command.CopyShell;
import io.linkspan.connection.Session;
import io.linkspan.journal.Journal;
import io.linkspan.pg.ErrorFields;
import io.linkspan.pg.UserException;
import io.linkspan.sandbox.Login;
import io.linkspan.testing.Await;
import io.linkspan.testing.OnEachMajor;
import io.linkspan.testing.TestDatabase;
import io.linkspan.testing.TestDatabases;
import io.linkspan.testing.TestServer;
import java.util.List;

/** What undo refuses, in which words, and that nothing is changed then. */
final class UndoRefusedIT {
  private static final String USERS = "CREATE TABLE users (id integer PRIMARY KEY, name text)";
  private static final String THREE = "INSERT INTO users VALUES (1, 'a'), (2, 'b'), (3, 'c')";

  /** A database whose run 1 inserted three rows into public.users. */
  private static TestDatabase withRun(TestDatabases databases) {
    TestDatabase database = databases.create();
    database.execute(USERS);
    RunByHand.finished(database, "public.users", THREE);
    return database;
  }

  private static ErrorFields refusal(TestDatabase database, String line) {
    try (CopyShell shell = CopyShell.between(database.access(), database.access()).sayingYes()) {
      UserException refusal = shell.refusal(line);
      assertThat(refusal.kind()).isEqualTo(UserException.Kind.CHECK);
      return refusal.fields();
    }
  }

  private static ErrorFields fields(String message, String detail, String hint) {
    return ErrorFields.of(message).withDetail(detail).withHint(hint);
  }

  private static final String BY_KEY =
      "Remove by their key the rows that should go: DELETE FROM public.users WHERE …;";

  @OnEachMajor
  void a_table_that_was_truncated_or_rewritten_is_refused(TestDatabases databases) {
    ErrorFields rewritten =
        fields(
            "table \"public.users\" was truncated or rewritten since run 1",
            "Its rows, or those of a partition, do not tell any more which transaction inserted"
                + " them.",
            BY_KEY);
    TestDatabase database = withRun(databases);
    database.execute("ALTER TABLE users ADD COLUMN chance float DEFAULT random()");
    assertThat(refusal(database, "undo 1")).isEqualTo(rewritten);

    TestDatabase other = withRun(databases);
    other.execute("TRUNCATE users");
    assertThat(refusal(other, "undo 1")).isEqualTo(rewritten);
  }

  @OnEachMajor
  void a_table_that_is_gone_or_another_kind_of_thing_is_refused(TestDatabases databases) {
    TestDatabase database = withRun(databases);
    database.execute("ALTER TABLE users RENAME TO people");
    assertThat(refusal(database, "undo 1"))
        .isEqualTo(
            fields(
                "table \"public.users\" does not exist on \"main\"",
                "Run 1 wrote into it.",
                "It may have another name now: tables"));

    database.execute("CREATE VIEW users AS SELECT * FROM people");
    assertThat(refusal(database, "undo 1"))
        .isEqualTo(
            fields(
                "\"public.users\" is not a table of \"main\" itself",
                "The rows of a view or of a foreign table do not tell which transaction inserted"
                    + " them.",
                BY_KEY));
  }

  @OnEachMajor
  void a_run_that_updated_rows_is_refused(TestDatabases databases) {
    TestDatabase database = withRun(databases);
    database.execute("UPDATE linkspan.batches SET updated = 2, inserted = 1");
    assertThat(refusal(database, "undo 1"))
        .isEqualTo(
            fields(
                "run 1 updated rows that were there before (2)",
                "They cannot be told from the rows that it inserted, and their old values are"
                    + " gone.",
                BY_KEY));
  }

  @OnEachMajor
  void a_run_is_undone_once(TestDatabases databases) {
    TestDatabase database = withRun(databases);
    try (CopyShell shell = CopyShell.between(database.access(), database.access()).sayingYes()) {
      shell.type("undo 1");
      database.execute(THREE);

      assertThat(shell.refusal("undo 1").fields())
          .isEqualTo(
              fields(
                  "run 1 was undone already", "3 rows were removed then.", "See the runs: runs"));
      assertThat(shell.refusal("undo").fields().message())
          .isEqualTo("no run on \"main\" is left to undo");
      assertThat(database.query("SELECT count(*) FROM users")).containsExactly("3");
    }
  }

  @OnEachMajor
  void a_run_that_inserted_nothing_is_refused(TestDatabases databases) {
    TestDatabase database = databases.create();
    database.execute(USERS);
    RunByHand.finished(database, "public.users", THREE + " ON CONFLICT DO NOTHING");
    RunByHand.finished(database, "public.users", THREE + " ON CONFLICT DO NOTHING");
    assertThat(refusal(database, "undo 2").message()).isEqualTo("run 2 inserted no row");
  }

  @OnEachMajor
  void a_run_is_refused_while_its_session_lives(TestServer server, TestDatabases databases) {
    TestDatabase database = databases.create();
    database.execute(USERS);
    try (Session leading = session(database.access())) {
      RunByHand.begun(leading, Journal.open(leading), "public.users", THREE);
      assertThat(refusal(database, "undo"))
          .isEqualTo(
              fields(
                  "run 1 is running",
                  "A session on \"main\" leads it at this moment.",
                  "Wait for its end, or stop it with Ctrl-C where it was started; then: undo 1"));

      server.execute("postgres", "SELECT pg_terminate_backend(" + leading.backendPid() + ")");
      Await.until(
          "the session is gone",
          () ->
              database
                  .query("SELECT 1 FROM pg_stat_activity WHERE pid = " + leading.backendPid())
                  .isEmpty());
      try (CopyShell shell = CopyShell.between(database.access(), database.access()).sayingYes()) {
        assertThat(shell.type("undo")).contains("3 rows removed");
      }
    }
  }

  @OnEachMajor
  void row_security_that_may_hide_rows_is_refused(TestDatabases databases) {
    TestDatabase database = withRun(databases);
    database.execute(
        "ALTER TABLE users ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;"
            + "CREATE POLICY p ON users USING (id < 3)");
    assertThat(refusal(database, "undo"))
        .isEqualTo(
            fields(
                "row security of table \"public.users\" applies to role \"app_user\"",
                "It may hide rows of the run, which would stay.",
                "Connect to main as the table's owner or as a role with BYPASSRLS, then: undo 1"));
  }

  @OnEachMajor
  void a_rule_in_the_place_of_delete_is_refused(TestDatabases databases) {
    TestDatabase database = withRun(databases);
    database.execute("CREATE RULE keep AS ON DELETE TO users DO INSTEAD NOTHING");
    assertThat(refusal(database, "undo").message())
        .isEqualTo("table \"public.users\" has a rule for DELETE");
  }

  @OnEachMajor
  void ids_that_older_rows_may_have_are_refused(TestDatabases databases) {
    TestDatabase database = withRun(databases);
    database.execute("UPDATE linkspan.runs SET clean = false");
    database.execute(
        "UPDATE linkspan.batches SET xid = (4294967296 + xid::text::bigint)::text::xid8");
    assertThat(refusal(database, "undo").message())
        .isEqualTo("rows from before run 1 may carry the ids of its transactions");
  }

  @OnEachMajor
  void a_target_that_is_read_only_is_refused(TestDatabases databases) {
    TestDatabase database = withRun(databases);
    try (CopyShell shell = CopyShell.between(database.access(), database.access()).sayingYes()) {
      shell.type("SET default_transaction_read_only = on;");
      assertThat(shell.refusal("undo").fields().message())
          .isEqualTo("target \"main\" is read only");
    }
  }

  @OnEachMajor
  void an_open_transaction_is_refused(TestDatabases databases) {
    TestDatabase database = withRun(databases);
    try (CopyShell shell = CopyShell.between(database.access(), database.access()).sayingYes()) {
      shell.type("BEGIN;");
      UserException refusal = shell.refusal("undo");
      assertThat(refusal.kind()).isEqualTo(UserException.Kind.USAGE);
      assertThat(refusal.fields().message()).isEqualTo("a transaction is open on target \"main\"");
    }
  }

  @OnEachMajor
  void missing_rights_are_told_with_their_grants(TestServer server, TestDatabases databases) {
    TestDatabase database = withRun(databases);
    String role = "reader_" + database.name();
    server.createRole(role, "r");
    try (CopyShell shell =
        CopyShell.between(database.access(), database.superuser().as(new Login(role, "r")))
            .sayingYes()) {
      ErrorFields journal = shell.refusal("runs").fields();
      assertThat(shell.refusal("undo").fields()).isEqualTo(journal);
      String grants = journal.hint().orElseThrow();
      assertThat(grants).startsWith("On main, as the owner of schema linkspan:\nGRANT");
      database.execute(grants.substring(grants.indexOf('\n')));
      assertThat(shell.type("runs")).contains("finished");

      for (String right : List.of("DELETE", "SELECT")) {
        ErrorFields refusal = shell.refusal("undo").fields();
        assertThat(refusal.message())
            .isEqualTo("permission denied for table \"public.users\" on \"main\"");
        String grant = "GRANT %s ON public.users TO %s;".formatted(right, role);
        assertThat(refusal.hint()).contains("On main, as its owner: " + grant);
        database.execute(grant);
      }
      assertThat(shell.type("undo")).contains("3 rows removed");
    } finally {
      server.execute(database.name(), "DROP OWNED BY " + role + "; DROP ROLE " + role);
    }
  }

  @OnEachMajor
  void a_target_without_a_journal_says_so(TestDatabases databases) {
    TestDatabase database = databases.create();
    try (CopyShell shell = CopyShell.between(database.access(), database.access())) {
      assertThat(shell.type("runs"))
          .isEqualTo(
              "No run is kept in database \"%s\" of \"main\" yet.".formatted(database.name()));
      assertThat(shell.refusal("undo").fields().message())
          .isEqualTo("no run on \"main\" is left to undo");
      assertThat(shell.refusal("undo 1").fields().message())
          .isEqualTo("there is no run 1 on \"main\"");
      assertThat(database.query("SELECT to_regnamespace('linkspan') IS NULL")).containsExactly("t");
    }
  }

  @OnEachMajor
  void a_run_that_is_not_there_is_refused(TestDatabases databases) {
    TestDatabase database = withRun(databases);
    try (CopyShell shell = CopyShell.between(database.access(), database.access())) {
      assertThat(shell.refusal("undo 9").fields().message())
          .isEqualTo("there is no run 9 on \"main\"");
      assertThat(shell.refusal("runs 9").fields().message())
          .isEqualTo("there is no run 9 on \"main\"");
    }
  }
}
