package io.linkspan.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.linkspan.testing.Await;
import io.linkspan.testing.Jdbc;
import io.linkspan.testing.ReachableDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A script with two runs is interrupted, and replayed to its end in another shell. */
final class ReplayIT {
  /** So slow that the fault comes between two batches of the second run. */
  private static final String TABLES =
      """
      DROP SCHEMA IF EXISTS linkspan CASCADE;
      CREATE TABLE first (id bigint, code text);
      CREATE TABLE second (id bigint, code text);
      CREATE TABLE notes (note text);
      CREATE FUNCTION dawdle() RETURNS trigger LANGUAGE plpgsql AS
        'BEGIN PERFORM pg_sleep(0.3); RETURN NULL; END';
      CREATE TRIGGER dawdle AFTER INSERT ON second
        FOR EACH STATEMENT EXECUTE FUNCTION dawdle()""";

  private static final String SCRIPT =
      """
      let least = 0
      plan copy big -> first (id, code)
      where id > :least
      if (select count(*) from first) = 0
        run
        expect inserted = 5000
      else
        insert into notes values ('the condition was asked again');
      end
      insert into notes values ('between the runs');
      begin;
      insert into notes values ('in a transaction');
      commit;
      plan copy big -> second (id, code) batch 200 rows workers 2
      run
      expect inserted = 5000
      expect batches > 1
      insert into notes values ('after the runs');
      say 'the end of the script'
      """;

  @Test
  void after_the_shell_was_killed() throws Exception {
    try (ReachableDirectory directory = ReachableDirectory.create("replay");
        Scene scene = Scene.start(directory.path(), FaultOptions.parse("--rows", "5000"))) {
      Path script = prepared(scene, directory.path());
      try (ShellProcess shell = ShellProcess.start(scene, directory.path())) {
        begun(scene, shell, script);

        shell.signal("KILL");
        shell.awaitEnd();
      }
      String shown = replayed(scene, directory.path(), "replay " + script);

      assertThat(shown).contains("(run 2 is resumed); to begin anew: replay two-runs.lks fresh");
      requireAllOnce(scene, shown);
    }
  }

  @Test
  void after_ctrl_c() throws Exception {
    try (ReachableDirectory directory = ReachableDirectory.create("replay");
        Scene scene = Scene.start(directory.path(), FaultOptions.parse("--rows", "5000"))) {
      Path script = prepared(scene, directory.path());
      try (ShellProcess shell = ShellProcess.start(scene, directory.path())) {
        begun(scene, shell, script);

        shell.signal("INT");
        assertThat(shell.awaitEnd()).as(shell.shown()).isEqualTo(130);
      }
      Files.writeString(script, SCRIPT.replace("least = 0", "least = 1"));
      String refused = replayed(scene, directory.path(), "replay " + script);
      Files.writeString(script, SCRIPT);
      String shown = replayed(scene, directory.path(), "replay " + script);

      assertThat(refused)
          .contains("script \"two-runs.lks\" was changed since its replay was interrupted")
          .contains("replay two-runs.lks fresh");
      requireAllOnce(scene, shown);
    }
  }

  @Test
  void after_the_target_was_stopped() throws Exception {
    try (ReachableDirectory directory = ReachableDirectory.create("replay");
        Scene scene = Scene.start(directory.path(), FaultOptions.parse("--rows", "5000"))) {
      Path script = prepared(scene, directory.path());
      try (ShellProcess shell = ShellProcess.start(scene, directory.path())) {
        begun(scene, shell, script);

        scene.targetServer().close();
        Await.until("the shell has noticed", () -> shell.shown().contains("SQLSTATE"));
        shell.signal("INT");
        shell.awaitEnd();
      }
      scene.targetServer().startAgain();
      String shown = replayed(scene, directory.path(), "replay " + script);

      requireAllOnce(scene, shown);
    }
  }

  @Test
  void in_a_statement_whose_end_nobody_knows() throws Exception {
    try (ReachableDirectory directory = ReachableDirectory.create("replay");
        Scene scene = Scene.start(directory.path(), FaultOptions.parse("--rows", "1000"))) {
      Jdbc.execute(scene.target(), TABLES);
      Path script = directory.path().resolve("slow.lks");
      Files.writeString(
          script,
          """
          insert into notes values ('one');
          insert into notes select 'two' from pg_sleep(3);
          insert into notes values ('three');
          """);
      try (ShellProcess shell = ShellProcess.start(scene, directory.path())) {
        shell.typeAndAwait(scene.connecting());
        shell.typeLast("replay " + script);
        Await.until(
            "the second statement is under way",
            () ->
                count(
                        scene,
                        "pg_stat_activity WHERE query LIKE '%two%pg_sleep(3)%' AND pid <> pg_backend_pid()")
                    > 0);

        shell.signal("KILL");
        shell.awaitEnd();
      }
      String refused = replayed(scene, directory.path(), "replay " + script);
      String shown = replayed(scene, directory.path(), "replay " + script + " again");

      assertThat(refused)
          .contains("nobody knows whether line 2 of slow.lks was carried out")
          .contains("replay slow.lks skip");
      assertThat(Jdbc.query(scene.target(), "SELECT note FROM notes ORDER BY note"))
          .as(shown)
          .containsExactly("one", "three", "two");
    }
  }

  @Test
  void with_another_variable_of_a_script_that_it_calls() throws Exception {
    try (ReachableDirectory directory = ReachableDirectory.create("replay");
        Scene scene = Scene.start(directory.path(), FaultOptions.parse("--rows", "1000"))) {
      Jdbc.execute(scene.target(), TABLES);
      Path script = directory.path().resolve("calling.lks");
      Files.writeString(
          script,
          """
          if not defined word
            let word = 'one'
          end
          insert into notes values (:'word');
          replay called.lks
          """);
      Files.writeString(
          directory.path().resolve("called.lks"),
          """
          insert into notes select :'outer' from pg_sleep(3);
          """);
      try (ShellProcess shell = ShellProcess.start(scene, directory.path())) {
        shell.typeAndAwait(scene.connecting());
        shell.typeAndAwait(List.of("let outer = 'two'"));
        shell.typeLast("replay " + script);
        Await.until(
            "the script that is called is at work",
            () -> count(scene, "pg_stat_activity WHERE query LIKE '%two%from pg_sleep(3)%'") > 1);

        shell.signal("KILL");
        shell.awaitEnd();
      }
      String replay = "replay " + script + " again";
      String other = replayed(scene, directory.path(), "let outer = 'three'", replay);
      String same = replayed(scene, directory.path(), "let outer = 'two'", replay);

      assertThat(other)
          .contains("variable \"outer\" is another one than when the replay was interrupted");
      assertThat(Jdbc.query(scene.target(), "SELECT note FROM notes ORDER BY note"))
          .as(other + same)
          .containsExactly("one", "two");
    }
  }

  private static Path prepared(Scene scene, Path directory) throws IOException {
    Jdbc.execute(scene.target(), TABLES);
    Path script = directory.resolve("two-runs.lks");
    Files.writeString(script, SCRIPT);
    return script;
  }

  private static void begun(Scene scene, ShellProcess shell, Path script) throws Exception {
    shell.typeAndAwait(scene.connecting());
    shell.typeLast("replay " + script);
    Await.until(
        "some batches of the second run are committed",
        () -> count(scene, "linkspan.batches WHERE run = 2 AND xid IS NOT NULL") >= 4);
  }

  private static String replayed(Scene scene, Path directory, String... lines) throws Exception {
    try (ShellProcess shell = ShellProcess.start(scene, directory)) {
      List<String> typed = new ArrayList<>(scene.connecting());
      typed.addAll(List.of(lines));
      shell.typeAndAwait(typed);
      shell.typeLast("quit");
      shell.awaitEnd();
      return shell.shown();
    }
  }

  private static void requireAllOnce(Scene scene, String shown) {
    assertThat(shown).contains("\nthe end of the script\n");
    assertThat(Jdbc.query(scene.target(), "SELECT note FROM notes ORDER BY note"))
        .as(shown)
        .containsExactly("after the runs", "between the runs", "in a transaction");
    assertThat(
            Jdbc.query(
                scene.target(),
                "SELECT (SELECT count(*) || ' ' || count(DISTINCT id) FROM first) || ' '"
                    + " || (SELECT count(*) || ' ' || count(DISTINCT id) FROM second)"))
        .as(shown)
        .containsExactly("5000 5000 5000 5000");
    assertThat(
            Jdbc.query(scene.target(), "SELECT run || ' ' || state FROM linkspan.runs ORDER BY 1"))
        .containsExactly("1 finished", "2 finished");
  }

  private static int count(Scene scene, String what) {
    String table = what.split(" ", 2)[0];
    boolean there =
        Jdbc.query(scene.target(), "SELECT to_regclass('" + table + "') IS NOT NULL")
            .get(0)
            .equals("t");
    return there
        ? Integer.parseInt(Jdbc.query(scene.target(), "SELECT count(*) FROM " + what).get(0))
        : 0;
  }
}
