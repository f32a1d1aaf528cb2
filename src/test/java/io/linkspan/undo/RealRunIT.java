package io.linkspan.undo;

import static org.assertj.core.api.Assertions.assertThat;

import io.linkspan.command.CopyShell;
import io.linkspan.testing.OnEachMajor;
import io.linkspan.testing.TestDatabase;
import io.linkspan.testing.TestDatabases;

/** Runs as the command makes them, looked at and taken back. */
final class RealRunIT {
  private static final String SOURCE =
      "CREATE TABLE people (id integer PRIMARY KEY, name text);"
          + "INSERT INTO people SELECT n, repeat('x', 200) FROM generate_series(1, 5000) AS n";
  private static final String TARGET =
      "CREATE TABLE people (id integer PRIMARY KEY, name text);"
          + "INSERT INTO people VALUES (7, 'there before'), (9001, 'there before')";

  private static CopyShell shell(TestDatabase source, TestDatabase target) {
    source.execute(SOURCE);
    source.execute("VACUUM ANALYZE people");
    target.execute(TARGET);
    return CopyShell.between(source.access(), target.access()).sayingYes();
  }

  private static String rows(TestDatabase target) {
    return target.query("SELECT count(*), min(id), max(id) FROM people").get(0);
  }

  @OnEachMajor
  void a_run_of_one_transaction_is_taken_back(TestDatabases databases) {
    TestDatabase target = databases.create();
    try (CopyShell shell = shell(databases.create(), target)) {
      shell.run("plan copy people -> people batch off");

      assertThat(shell.type("runs")).contains("finished").contains("4,999");
      assertThat(shell.type("runs 1")).contains("one statement in one transaction");
      assertThat(shell.type("undo")).contains("Run 1 is undone: 4,999 rows removed");
      assertThat(shell.type("runs")).contains("undone");
      assertThat(rows(target)).isEqualTo("2|7|9001");
    }
  }

  @OnEachMajor
  void a_run_of_many_batches_and_workers_is_taken_back(TestDatabases databases) {
    TestDatabase target = databases.create();
    try (CopyShell shell = shell(databases.create(), target)) {
      shell.run("plan copy people -> people batch 400 rows workers 2");
      target.execute("UPDATE people SET name = 'changed' WHERE id <= 10");

      assertThat(shell.type("runs")).containsPattern("finished +\\| +\\d+/\\d+ \\|");
      assertThat(shell.type("runs 1")).contains("each in a transaction of its own");
      assertThat(shell.type("undo 1")).contains("Run 1 is undone: 4,990 rows removed");
      assertThat(rows(target)).isEqualTo("11|1|9001");

      shell.run("plan copy people -> people batch 400 rows");
      assertThat(shell.type("undo")).contains("Run 2 is undone: 4,990 rows removed");
      assertThat(rows(target)).isEqualTo("11|1|9001");
    }
  }

  @OnEachMajor
  void a_run_that_updates_is_refused_and_a_dry_run_is_not_kept(TestDatabases databases) {
    TestDatabase target = databases.create();
    try (CopyShell shell = shell(databases.create(), target)) {
      shell.type("plan copy people -> people on conflict (id) overwrite");
      shell.type("run dry");
      assertThat(shell.type("runs")).startsWith("No run is kept");
      shell.type("run");

      assertThat(shell.refusal("undo").fields().message())
          .isEqualTo("run 1 updated rows that were there before (1)");
      assertThat(shell.type("runs 1")).contains("Next: verify 1").doesNotContain("undo");
    }
  }
}
