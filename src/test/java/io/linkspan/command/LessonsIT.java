package io.linkspan.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.linkspan.lesson.BuiltInLessons;
import io.linkspan.lesson.Lesson;
import io.linkspan.lesson.LessonParser;
import io.linkspan.lesson.LessonStep;
import io.linkspan.testing.OnServers;
import io.linkspan.testing.TestDatabase;
import io.linkspan.testing.TestDatabases;
import io.linkspan.testing.TestServers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Goes through each lesson with its answers; {@code -Dlessons=NAME,…} picks some. What is shown is
 * left in target/lessons.
 */
@OnServers
final class LessonsIT {
  @TempDir Path home;

  static List<String> lessons() {
    Set<String> wanted = Set.of(System.getProperty("lessons", "").split(","));
    return BuiltInLessons.all().stream()
        .map(Lesson::name)
        .filter(name -> wanted.contains("") || wanted.contains(name))
        .toList();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("lessons")
  void a_right_answer_goes_on_and_a_wrong_one_does_not(
      String name, TestServers servers, TestDatabases databases) throws IOException {
    Lesson lesson =
        BuiltInLessons.all().stream().filter(l -> l.name().equals(name)).findFirst().orElseThrow();
    LessonShell shell = shell(servers, databases);
    try (shell) {
      useUp(shell);
      shell.type("learn " + name);
      for (int i = 0; i < lesson.steps().size(); i++) {
        goThrough(shell, lesson, i, lesson.steps().get(i).wrong());
      }
      assertThat(shell.type("learn")).contains(name + " ").contains("  done  ");
      shell.type("learn again " + name);
      for (int i = 0; i < lesson.steps().size(); i++) {
        goThrough(shell, lesson, i, List.of());
      }
    } finally {
      Files.createDirectories(Path.of("target/lessons"));
      Files.writeString(Path.of("target/lessons", name + ".txt"), shell.shown());
    }
  }

  /** Does to the sample data what somebody may do who plays with them: no lesson needs them. */
  private static void useUp(LessonShell shell) {
    shell.type("learn who-talks");
    shell.type("learn quit");
    shell.type(
        "plan copy archived_users -> users map email = lower(email), id = default"
            + " where email is not null distinct on (email) order by updated_at desc");
    assertThat(shell.type("run")).contains("Committed.");
    shell.type("@archive drop table orders, products; truncate archived_users;");
    shell.type("drop table orders, products; drop type product_status;");
    assertThat(shell.type("@archive select count(*) from archived_users;")).contains(" 0\n");
  }

  /** Types the wrong answers of a step, which must not be taken, and then the right ones. */
  private static void goThrough(LessonShell shell, Lesson lesson, int index, List<String> wrongs) {
    LessonStep step = lesson.steps().get(index);
    String where = "%s, step %d".formatted(lesson.name(), index + 1);
    String next =
        index + 1 < lesson.steps().size() ? "Step %d of ".formatted(index + 2) : "is done. ";
    String shown = "";
    for (String wrong : wrongs) {
      shown = shell.type(shell.filled(lesson, wrong));
      assertThat(shown).as("%s, wrong answer", where).doesNotContain(next);
    }
    for (String input : step.onlyText() ? List.of("learn next") : step.right()) {
      assertThat(shown).as("%s, before its last answer", where).doesNotContain(next);
      shown = shell.type(shell.filled(lesson, input));
    }
    assertThat(shown).as("%s, right answer", where).contains(next);
  }

  private LessonShell shell(TestServers servers, TestDatabases databases) {
    int middle = servers.majors().get(servers.majors().size() / 2);
    return new LessonShell(
        home, databases.createOn(servers.server(middle)), databases.createOn(servers.newest()));
  }

  @Test
  void the_lesson_in_the_document_can_be_learned(TestServers servers, TestDatabases databases)
      throws IOException {
    String page = Files.readString(Path.of("docs/writing-lessons.md"));
    Matcher block = Pattern.compile("```lesson\n(.*?)```", Pattern.DOTALL).matcher(page);
    assertThat(block.find()).isTrue();
    Path folder = Files.createDirectories(home.resolve("our-lessons"));
    Files.writeString(folder.resolve("01-orders.txt"), block.group(1));
    Lesson lesson = LessonParser.parse("orders", "01-orders.txt", block.group(1));

    try (LessonShell shell = shell(servers, databases)) {
      assertThat(shell.type("learn ./our-lessons")).contains("  1  orders  Moving orders");
      shell.type("learn orders");
      goThrough(shell, lesson, 0, lesson.steps().get(0).wrong());
      goThrough(shell, lesson, 1, lesson.steps().get(1).wrong());
    }
  }

  @Test
  void hints_come_one_by_one_and_then_an_answer(TestServers servers, TestDatabases databases) {
    try (LessonShell shell = shell(servers, databases)) {
      shell.type("learn who-talks");

      assertThat(shell.type("learn hint")).endsWith("Hint: @archive select …;\n");
      assertThat(shell.type("learn hint"))
          .endsWith("One answer:\n  @archive select count(*) from old_users;\n");
    }
  }

  @Test
  void a_skipped_step_is_done_for_the_learner(TestServers servers, TestDatabases databases) {
    try (LessonShell shell = shell(servers, databases)) {
      shell.type("learn who-talks");
      for (int step = 1; step <= 4; step++) {
        shell.type("learn skip");
      }

      assertThat(shell.type("select count(*) from first_ten;")).contains("    10\n");
      assertThat(shell.type("learn skip"))
          .contains("Done for you:\n  plan copy old_users -> new_users\nstatement (runs on main");
      assertThat(shell.type("learn skip"))
          .endsWith("Lesson 1 is done. Next: learn 2 (The extension and the password rules)\n");
    }
  }

  @Test
  void a_step_whose_answer_is_an_error_can_be_skipped_too(
      TestServers servers, TestDatabases databases) {
    try (LessonShell shell = shell(servers, databases)) {
      shell.type("learn columns");

      assertThat(shell.type("learn skip"))
          .contains("ERROR:  a column definition list is required")
          .contains("Step 2 of 5: What is compared");
    }
  }

  @Test
  void what_is_in_the_way_of_a_skipped_step_is_told(TestServers servers, TestDatabases databases) {
    try (LessonShell shell = shell(servers, databases)) {
      shell.type("learn who-talks");
      shell.type("learn skip");
      shell.type("learn skip");
      shell.type("learn skip");
      shell.type("create table first_ten ();");

      assertThat(shell.type("learn skip"))
          .contains(
              "It did not come out as it should; something that was done before is in the way.")
          .contains("Step 5 of 6");
    }
  }

  @Test
  void a_lesson_goes_on_in_another_session_where_its_learner_stopped(
      TestServers servers, TestDatabases databases) throws IOException {
    int middle = servers.majors().get(servers.majors().size() / 2);
    TestDatabase archive = databases.createOn(servers.server(middle));
    TestDatabase main = databases.createOn(servers.newest());
    LessonShell.fill(archive, main);
    try (LessonShell first = new LessonShell(home, archive, main, false)) {
      first.type("learn transactions");
      first.type("learn skip");
      assertThat(first.type("learn quit"))
          .endsWith("You left the lesson. Go on any time: learn transactions\n");
      assertThat(first.type("select 1;")).doesNotContain("Step");
    }
    Path kept = home.resolve(".local/state/linkspan/lessons");

    assertThat(Files.readString(kept)).isEqualTo("2 transactions\n");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(kept)))
        .isEqualTo("rw-------");
    try (LessonShell second = new LessonShell(home, archive, main, false)) {
      assertThat(second.type("learn"))
          .contains("transactions  2 of 5  Two transactions on two servers");
      assertThat(second.type("learn transactions"))
          .contains("Step 1 was done for you again, so that all is as you left it.")
          .contains("Step 2 of 5: ROLLBACK here");
      assertThat(second.type("select dblink_get_connections();")).contains("{old}");
      assertThat(second.type("learn again")).contains("Step 1 of 5: A connection of your own");
    }
  }

  @Test
  void a_script_that_a_learner_calls_achieves_a_step_as_a_whole(
      TestServers servers, TestDatabases databases) throws IOException {
    Files.writeString(
        home.resolve("answer.lks"),
        "@archive select count(*) from old_users;\nplan copy old_users -> new_users\n");
    try (LessonShell shell = shell(servers, databases)) {
      shell.type("learn who-talks");

      String shown = shell.type("replay answer.lks");

      assertThat(shown.indexOf("Done. You asked archive"))
          .isGreaterThan(shown.indexOf("Next: preview"));
    }
  }

  @Test
  void an_attempt_that_is_not_enough_is_told_what_is_missing_and_a_look_is_not(
      TestServers servers, TestDatabases databases) {
    try (LessonShell shell = shell(servers, databases)) {
      shell.type("learn columns");
      assertThat(shell.type("select 1 from dblink('linkspan_archive', 'select 1') as t(a int);"))
          .endsWith(
              """
              Not yet: there was no error, and this step is there to see one. For a hint:
              learn hint
              """);
      shell.type("learn skip");
      shell.type("learn skip");

      assertThat(shell.type("create table swapped (username text);"))
          .endsWith(
              """
              Not yet: main has no table swapped with every address in the column username.
              For a hint: learn hint
              """);
      assertThat(shell.type("select count(*) from swapped;")).doesNotContain("Not yet");
      assertThat(shell.type("\\d swapped")).doesNotContain("Not yet");
      assertThat(shell.type("learn hint")).doesNotContain("Not yet");
      assertThat(shell.type("create table swapped ();"))
          .contains("ERROR")
          .doesNotContain("Not yet");
    }
  }

  @Test
  void the_right_number_by_the_wrong_way_is_told_too(TestServers servers, TestDatabases databases) {
    try (LessonShell shell = shell(servers, databases)) {
      shell.type("learn who-talks");
      shell.type("learn skip");

      assertThat(shell.type("@archive select count(*) from old_users;"))
          .contains("Not yet: main has not asked archive to count them.");
      assertThat(shell.type("@archive select id from old_users where id < 3;"))
          .doesNotContain("Not yet");
    }
  }

  @Test
  void what_a_rollback_takes_back_is_not_seen_without_one(
      TestServers servers, TestDatabases databases) {
    try (LessonShell shell = shell(servers, databases)) {
      shell.type("learn traps");
      shell.type("learn skip");
      shell.type("learn skip");
      shell.type("learn skip");
      String fetch = "select * from dblink_fetch('linkspan_archive', 'c', 10) as t(id integer);";
      shell.type("select dblink_open('linkspan_archive', 'c', 'select id from old_users');");
      shell.type(fetch);
      shell.type("begin;");

      assertThat(shell.type(fetch)).doesNotContain("Done.");
      assertThat(shell.type("learn again"))
          .endsWith(
              """
              ERROR:  a transaction is open on "main"
              HINT:   The lesson begins with new sessions, so end it first: commit or rollback
              """);
      assertThat(shell.type("rollback;"))
          .contains("Not yet: the cursor, begin, a fetch, rollback and a fetch")
          .doesNotContain("Done.");
      assertThat(shell.type("learn again")).contains("Step 1 of 4");
    }
  }

  @Test
  void a_step_that_wants_an_error_and_more_says_what_is_missing_with_the_error(
      TestServers servers, TestDatabases databases) {
    try (LessonShell shell = shell(servers, databases)) {
      shell.type("learn extension");
      shell.type("learn skip");
      assertThat(shell.type("\\dx")).doesNotContain("Not yet");
      assertThat(shell.type("select dblink_get_connections();"))
          .contains("Not yet: the schema is to stand before dblink_get_connections");
      for (int step = 2; step < 7; step++) {
        shell.type("learn skip");
      }

      assertThat(shell.type("select * from dblink('odl', 'select 1') as t(n integer);"))
          .contains("Not yet: old is still open.");
    }
  }

  @Test
  void a_plan_is_not_called_wrong_where_it_is_still_to_be_run(
      TestServers servers, TestDatabases databases) {
    try (LessonShell shell = shell(servers, databases)) {
      shell.type("learn conflicts");
      shell.type("learn skip");
      shell.type("plan copy old_people -> people");
      assertThat(shell.type("run")).contains("Not yet: there was no error");
      shell.type("undo");

      assertThat(shell.type("on conflict fail")).doesNotContain("Not yet");
      assertThat(shell.type("run")).contains("Done. One statement is one whole");
    }
  }

  @Test
  void a_step_goes_on_where_all_its_statements_are_typed_as_one_input(
      TestServers servers, TestDatabases databases) {
    try (LessonShell shell = shell(servers, databases)) {
      shell.type("learn transactions");
      shell.type("learn skip");
      String insert = "select dblink_exec('old', 'insert into outbox values (1)');";

      assertThat(shell.type(insert)).doesNotContain("Done.");
      assertThat(shell.type("START TRANSACTION; " + insert + " abort;"))
          .contains("Done. The row stays.");
    }
  }

  @Test
  void no_lesson_is_begun_by_a_word_that_is_about_the_one_under_way(
      TestServers servers, TestDatabases databases) {
    try (LessonShell shell = shell(servers, databases)) {
      assertThat(shell.type("learn skip"))
          .endsWith(
              """
              ERROR:  no lesson is under way
              HINT:   Begin: learn 1, or see all: learn
              """);
      assertThat(shell.type("hint"))
          .endsWith(
              """
              ERROR:  unknown command "hint"
              HINT:   In a lesson, type: learn hint
              """);
    }
  }

  @Test
  void a_lesson_leaves_other_servers_alone(TestServers servers, TestDatabases databases) {
    TestDatabase other = databases.createOn(servers.oldest());
    try (LessonShell shell = shell(servers, databases)) {
      shell.type("connect archive " + CopyShell.conninfo(other.access()));

      assertThat(shell.type("learn columns"))
          .endsWith(
              """
              ERROR:  connection "archive" is open and does not lead to the sandbox
              HINT:   Lessons use that name: disconnect archive
              """);
    }
  }
}
