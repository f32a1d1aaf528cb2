package io.linkspan.undo;

import static io.linkspan.journal.JournalSamples.session;
import static org.assertj.core.api.Assertions.assertThat;

import io.linkspan.command.CopyShell;
import io.linkspan.connection.Session;
import io.linkspan.testing.Await;
import io.linkspan.testing.OnEachMajor;
import io.linkspan.testing.TestDatabase;
import io.linkspan.testing.TestDatabases;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** What undo removes and what it leaves, on real servers. */
final class UndoIT {
  private static final String USERS =
      "CREATE TABLE users (id integer PRIMARY KEY, name text);"
          + "INSERT INTO users VALUES (1, 'there before')";
  private static final String TEN =
      "INSERT INTO users SELECT n, 'run' FROM generate_series(11, 20) AS n";

  private static CopyShell shell(TestDatabase database) {
    return CopyShell.between(database.access(), database.access()).sayingYes();
  }

  private static List<String> ids(TestDatabase database) {
    return database.query("SELECT id FROM users ORDER BY id");
  }

  @OnEachMajor
  void exactly_the_rows_that_nobody_touched_are_removed(TestDatabases databases) {
    TestDatabase database = databases.create();
    database.execute(USERS);
    RunByHand.finished(
        database, "public.users", TEN, "INSERT INTO users VALUES (21, 'run'), (22, 'run')");
    database.execute("UPDATE users SET name = 'changed' WHERE id = 12");
    database.execute("DELETE FROM users WHERE id = 13; INSERT INTO users VALUES (13, 'run')");
    database.execute("DELETE FROM users WHERE id = 14");
    database.execute("INSERT INTO users VALUES (30, 'later')");
    try (CopyShell shell = shell(database)) {

      String shown = shell.type("undo");

      assertThat(shown)
          .isEqualTo(
              """
              undo of run 1 of archive:public.archived_users -> main:public.users
                inserted          12  by the run
                staying            3  changed or deleted since
                going              9  as the run inserted them
              Run 1 is undone: 9 rows removed from main:public.users.""");
      assertThat(ids(database)).containsExactly("1", "12", "13", "30");
      assertThat(database.query("SELECT state, undone_rows FROM linkspan.runs"))
          .containsExactly("undone|9");
      assertThat(shell.type("SELECT 1 AS one;")).contains("one");
    }
  }

  @OnEachMajor
  void without_a_yes_nothing_is_changed(TestDatabases databases) {
    TestDatabase database = databases.create();
    database.execute(USERS);
    RunByHand.finished(database, "public.users", TEN);
    try (CopyShell shell = CopyShell.between(database.access(), database.access())) {

      assertThat(shell.type("undo 1")).endsWith("Nothing was changed.");

      assertThat(ids(database)).hasSize(11);
      assertThat(database.query("SELECT state FROM linkspan.runs")).containsExactly("finished");
      assertThat(shell.sayingYes().type("undo 1")).contains("10 rows removed");
    }
  }

  @OnEachMajor
  void frozen_and_locked_rows_go(TestDatabases databases) {
    TestDatabase database = databases.create();
    database.execute(USERS);
    RunByHand.finished(database, "public.users", TEN);
    database.execute("SELECT id FROM users FOR UPDATE");
    database.execute("VACUUM (FREEZE) users");
    database.execute("ALTER TABLE users ADD COLUMN more integer DEFAULT 7");
    try (CopyShell shell = shell(database)) {
      assertThat(shell.type("undo")).contains("10 rows removed");
      assertThat(ids(database)).containsExactly("1");
    }
  }

  @OnEachMajor
  void rows_of_a_partitioned_table_go_but_for_those_that_moved(TestDatabases databases) {
    TestDatabase database = databases.create();
    database.execute(
        """
        CREATE TABLE users (id integer, kind text) PARTITION BY LIST (kind);
        CREATE TABLE low PARTITION OF users FOR VALUES IN ('low');
        CREATE TABLE high PARTITION OF users FOR VALUES IN ('high') PARTITION BY RANGE (id);
        CREATE TABLE highest PARTITION OF high DEFAULT""");
    RunByHand.finished(
        database,
        "public.users",
        "INSERT INTO users VALUES (1, 'low'), (2, 'low')",
        "INSERT INTO users VALUES (3, 'low'), (4, 'high')");
    database.execute("UPDATE users SET kind = 'high' WHERE id = 1");
    database.execute("CREATE TABLE later PARTITION OF users DEFAULT");
    try (CopyShell shell = shell(database)) {
      assertThat(shell.type("undo")).contains("3 rows removed");
      assertThat(ids(database)).containsExactly("1");
    }
  }

  @OnEachMajor
  void rows_of_tables_that_inherit_stay(TestDatabases databases) {
    TestDatabase database = databases.create();
    database.execute(
        USERS
            + ";CREATE TABLE child () INHERITS (users);"
            + "CREATE FUNCTION more() RETURNS trigger LANGUAGE plpgsql AS"
            + " 'BEGIN INSERT INTO child VALUES (new.id + 100, new.name); RETURN new; END';"
            + "CREATE TRIGGER t AFTER INSERT ON users FOR EACH ROW EXECUTE FUNCTION more()");
    RunByHand.finished(database, "public.users", "INSERT INTO users VALUES (2, 'run')");
    try (CopyShell shell = shell(database)) {
      assertThat(shell.type("undo")).contains("1 row removed");
      assertThat(ids(database)).containsExactly("1", "102");
    }
  }

  @OnEachMajor
  void an_interrupted_run_can_be_undone_and_the_latest_is_taken_first(TestDatabases databases) {
    TestDatabase database = databases.create();
    database.execute(USERS);
    RunByHand.finished(database, "public.users", TEN);
    RunByHand.interrupted(database, "public.users", "INSERT INTO users VALUES (2, 'run')");
    RunByHand.finished(database, "public.users", "INSERT INTO users SELECT 5, 'none' WHERE false");
    try (CopyShell shell = shell(database)) {
      assertThat(shell.type("undo")).contains("Run 2 is undone: 1 row removed");
      assertThat(shell.type("undo")).contains("Run 1 is undone: 10 rows removed");
      assertThat(shell.refusal("undo").fields().message())
          .isEqualTo("no run on \"main\" is left to undo");
      assertThat(ids(database)).containsExactly("1");
    }
  }

  @OnEachMajor
  void a_table_of_any_name_is_undone(TestDatabases databases) {
    TestDatabase database = databases.create();
    String name = "\"a.b\".\"it's \"\"?\"\"\"";
    database.execute("CREATE SCHEMA \"a.b\"; CREATE TABLE " + name + " (id integer)");
    RunByHand.finished(database, name, "INSERT INTO " + name + " VALUES (1), (2)");
    try (CopyShell shell = shell(database)) {
      assertThat(shell.type("undo")).contains("2 rows removed from main:" + name);
      assertThat(database.query("SELECT id FROM " + name)).isEmpty();
    }
  }

  @OnEachMajor
  void triggers_and_foreign_keys_are_told_before(TestDatabases databases) {
    TestDatabase database = databases.create();
    database.execute(
        USERS
            + """
            ;
            CREATE TABLE orders (id integer PRIMARY KEY, owner integer
              CONSTRAINT orders_owner REFERENCES users ON DELETE CASCADE);
            CREATE TABLE items (thing integer
              CONSTRAINT items_order REFERENCES orders ON DELETE SET NULL);
            CREATE TABLE notes (about integer CONSTRAINT notes_about REFERENCES users);
            CREATE FUNCTION audit() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN old; END';
            CREATE TRIGGER quiet BEFORE INSERT ON users FOR EACH ROW EXECUTE FUNCTION audit();
            ALTER TABLE users DISABLE TRIGGER quiet;
            CREATE TRIGGER "Audit" AFTER DELETE ON users FOR EACH ROW EXECUTE FUNCTION audit()""");
    RunByHand.finished(database, "public.users", TEN);
    database.execute("INSERT INTO orders VALUES (1, 11), (2, 1); INSERT INTO items VALUES (1)");
    try (CopyShell shell = shell(database)) {
      assertThat(shell.type("undo"))
          .contains(
              """
                going             10  as the run inserted them
                Trigger fires: "Audit"
                Rows of public.items that refer to removed ones get NULL instead (foreign key items_order)
                A row of public.notes that refers to a removed one would stop the undo (foreign key notes_about)
                Rows of public.orders that refer to removed ones go too (foreign key orders_owner)
              Run 1 is undone""");
      assertThat(database.query("SELECT id FROM orders")).containsExactly("2");
    }
  }

  @OnEachMajor
  void a_foreign_key_that_stops_it_changes_nothing(TestDatabases databases) {
    TestDatabase database = databases.create();
    database.execute(USERS + ";CREATE TABLE notes (about integer REFERENCES users)");
    RunByHand.finished(database, "public.users", TEN);
    database.execute("INSERT INTO notes VALUES (15)");
    try (CopyShell shell = shell(database)) {
      assertThat(shell.refusal("undo").fields().message())
          .startsWith("target \"main\" stopped the undo: update or delete on table \"users\"");
      assertThat(ids(database)).hasSize(11);
      database.execute("DELETE FROM notes");
      assertThat(shell.type("undo")).contains("10 rows removed");
    }
  }

  @OnEachMajor
  void rows_that_a_trigger_keeps_are_told(TestDatabases databases) {
    TestDatabase database = databases.create();
    database.execute(
        USERS
            + ";CREATE FUNCTION keep() RETURNS trigger LANGUAGE plpgsql AS"
            + " 'BEGIN IF old.id = 15 THEN RETURN NULL; END IF; RETURN old; END';"
            + "CREATE TRIGGER keep BEFORE DELETE ON users FOR EACH ROW EXECUTE FUNCTION keep()");
    RunByHand.finished(database, "public.users", TEN);
    try (CopyShell shell = shell(database)) {
      assertThat(shell.type("undo"))
          .endsWith(
              """
              Run 1 is undone: 9 rows removed from main:public.users.
              1 row stayed: changed meanwhile, or kept by a trigger.""");
      assertThat(ids(database)).containsExactly("1", "15");
    }
  }

  @OnEachMajor
  void a_row_that_is_changed_while_undo_waits_stays(TestDatabases databases) throws Exception {
    TestDatabase database = databases.create();
    database.execute(USERS);
    RunByHand.finished(
        database, "public.users", TEN, "INSERT INTO users VALUES (21, 'run'), (22, 'run')");
    try (CopyShell shell = shell(database);
        Session other = session(database.access())) {
      other.execute("BEGIN");
      other.execute("UPDATE users SET name = 'changed' WHERE id IN (12, 22)");
      CompletableFuture<String> undo = shell.typeInBackground("undo");
      Await.until("undo waits", () -> waits(database));
      other.execute("COMMIT");

      assertThat(undo.get(30, TimeUnit.SECONDS))
          .contains("Run 1 is undone: 10 rows removed")
          .contains("2 rows stayed");
      assertThat(ids(database)).containsExactly("1", "12", "22");
    }
  }

  private static boolean waits(TestDatabase database) {
    return !database
        .query(
            "SELECT 1 FROM pg_stat_activity WHERE datname = current_database()"
                + " AND wait_event_type = 'Lock' AND query LIKE '%DELETE FROM ONLY public.users%'")
        .isEmpty();
  }

  @OnEachMajor
  void an_interrupt_stops_it_and_changes_nothing(TestDatabases databases) throws Exception {
    TestDatabase database = databases.create();
    database.execute(USERS);
    RunByHand.finished(database, "public.users", TEN);
    try (CopyShell shell = shell(database);
        Session other = session(database.access())) {
      other.execute("BEGIN");
      other.execute("UPDATE users SET name = 'changed' WHERE id = 12");
      CompletableFuture<String> undo = shell.typeInBackground("undo");
      Await.until("undo waits", () -> waits(database));
      shell.interrupt();

      Throwable end = undo.handle((text, error) -> error).get(30, TimeUnit.SECONDS);
      other.execute("ROLLBACK");

      assertThat(end).hasMessageContaining("canceling statement due to user request");
      assertThat(ids(database)).hasSize(11);
      assertThat(shell.type("undo")).contains("10 rows removed");
    }
  }

  @OnEachMajor
  void thousands_of_batches_are_joined_by_a_hash(TestDatabases databases) {
    TestDatabase database = databases.create();
    database.execute("CREATE TABLE users (id integer)");
    String[] inserts =
        Collections.nCopies(3_000, "INSERT INTO users SELECT generate_series(1, 4)")
            .toArray(String[]::new);
    RunByHand.finished(database, "public.users", inserts);
    database.execute("INSERT INTO users SELECT generate_series(1, 100000)");
    try (CopyShell shell = shell(database);
        Session session = session(database.access())) {
      RunRows rows = RunRows.of(session, 1, "public.users", io.linkspan.catalog.Table.Kind.TABLE);

      String plan = session.text("EXPLAIN (COSTS OFF) " + rows.deletion());

      assertThat(plan).contains("Hash Join").doesNotContain("Nested Loop");
      assertThat(shell.type("undo")).contains("12,000 rows removed");
      assertThat(database.query("SELECT count(*) FROM users")).containsExactly("100000");
    }
  }
}
