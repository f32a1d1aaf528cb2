package io.linkspan.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.linkspan.pg.ErrorFields;
import io.linkspan.pg.UserException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How work goes on, at the bottom of a terminal. */
final class ProgressOnScreenTest {
  private static final String PROMPT = "archive -> main =>";
  private static final String CTRL_C = "\u0003";

  @TempDir Path folder;
  private ShellOnScreen shell;
  private FakeWork work;

  @BeforeEach
  void start() throws Exception {
    shell = new ShellOnScreen(folder, "ansi", Colours.OFF);
    work = shell.conversation.work;
    shell.awaitEndOfScreen(PROMPT);
    shell.type("work\r");
  }

  @AfterEach
  void stop() throws IOException {
    shell.close();
  }

  @Test
  void the_state_of_the_work_stands_at_the_bottom_and_changes_in_place() throws Exception {
    work.progress(0, 3, "batch 1", "batch 2");
    String first = shell.awaitScreen(s -> s.contains("batch 2"));
    work.progress(500, 4, "batch 3");
    String second = shell.awaitScreen(s -> s.contains("batch 3"));

    assertThat(first)
        .matches(
            """
            linkspan 0.1
            archive -> main => work
            run 7  ░░░░░░░░░░░░░░░░░░░░   0 %  0 of about 1,000 rows, \\d+ s so far
              1  batch 1  0 rows
              2  batch 2  0 rows""");
    assertThat(second)
        .matches(
            """
            linkspan 0.1
            archive -> main => work
            run 7  ██████████░░░░░░░░░░  50 %  500 of about 1,000 rows, \\d+ rows/s,
                   about \\d+ s left, \\d+ s so far
              1  batch 3  500 rows""");
  }

  @Test
  void the_time_goes_on_without_news() throws Exception {
    work.progress(0, 3, "batch 1");

    String early = shell.awaitScreen(s -> s.contains("s so far"));
    shell.awaitScreen(s -> s.contains("s so far") && !s.equals(early));
  }

  @Test
  void remarks_stay_above_and_the_result_takes_the_place() throws Exception {
    work.progress(0, 3, "batch 1", "batch 2");
    shell.awaitScreen(s -> s.contains("batch 2"));
    work.remark("batch 1 is tried again");
    work.remark("batch 2 is tried again");
    String during = shell.awaitScreen(s -> s.contains("batch 2 is"));
    work.end("copied");

    assertThat(during)
        .startsWith(
            """
            linkspan 0.1
            archive -> main => work
            batch 1 is tried again
            batch 2 is tried again
            run 7  ░""");
    assertThat(shell.awaitEndOfScreen("copied\n" + PROMPT))
        .isEqualTo(
            """
            linkspan 0.1
            archive -> main => work
            batch 1 is tried again
            batch 2 is tried again
            copied
            archive -> main =>""");
  }

  @Test
  void at_the_end_of_the_screen_it_moves_up_and_nothing_is_lost() throws Exception {
    work.progress(0, 3, "batch 1", "batch 2");
    shell.awaitScreen(s -> s.contains("batch 2"));
    for (int i = 1; i <= 40; i++) {
      work.remark("remark " + i);
    }
    work.end("copied");

    String screen = shell.awaitEndOfScreen("remark 40\ncopied\n" + PROMPT);
    assertThat(screen).startsWith("remark 20\nremark 21\n").doesNotContain("run 7");
  }

  @Test
  void an_error_takes_its_place_too() throws Exception {
    work.progress(0, 3, "batch 1");
    shell.awaitScreen(s -> s.contains("batch 1"));
    work.fail(new UserException(UserException.Kind.SERVER, ErrorFields.of("it failed")));

    assertThat(shell.awaitEndOfScreen("it failed\n" + PROMPT))
        .isEqualTo(
            """
            linkspan 0.1
            archive -> main => work
            ERROR:  it failed
            archive -> main =>""");
  }

  @Test
  void ctrl_c_is_answered_above() throws Exception {
    work.progress(0, 3, "batch 1");
    shell.awaitScreen(s -> s.contains("batch 1"));
    shell.type(CTRL_C);

    assertThat(shell.awaitScreen(s -> s.contains("canceling") && s.contains("batch 1")))
        .matches(
            """
            linkspan 0.1
            archive -> main => work
            \\^C canceling \\.\\.\\.
            run 7  .*
              1  batch 1  0 rows""");
    work.end("stopped");
    shell.awaitEndOfScreen("=> work\n^C canceling ...\nstopped\n" + PROMPT);
  }

  @Test
  void what_is_typed_meanwhile_waits_for_the_prompt_and_is_not_shown_before() throws Exception {
    work.progress(0, 3, "batch 1");
    shell.awaitScreen(s -> s.contains("batch 1"));
    shell.type("ping\rsay ");
    work.progress(1, 3, "batch 2");
    String during = shell.awaitScreen(s -> s.contains("batch 2"));
    work.end("copied");
    shell.awaitEndOfScreen("did ping\n" + PROMPT + " say");
    shell.type("x\r");

    shell.awaitEndOfScreen(
        "copied\n" + PROMPT + " ping\ndid ping\n" + PROMPT + " say x\ndid say x\n" + PROMPT);
    assertThat(during).doesNotContain("ping").doesNotContain("say");
  }

  @Test
  void a_question_has_the_bottom_for_itself() throws Exception {
    work.progress(0, 3, "batch 1");
    shell.awaitScreen(s -> s.contains("batch 1"));
    work.step(listener -> listener.remark("go on: " + shell.console().confirm("Go on?")));
    shell.awaitEndOfScreen("=> work\nGo on? (y/N)");
    shell.type("y\r");
    shell.awaitScreen(s -> s.contains("go on: true\nrun 7") && s.contains("batch 1"));
    work.end("copied");

    shell.awaitEndOfScreen("=> work\nGo on? (y/N) y\ngo on: true\ncopied\n" + PROMPT);
  }

  @Test
  void a_narrower_terminal_cuts_the_lines() throws Exception {
    work.progress(0, 3, "batch 1 of archived_users, pages 2136 to 2314");
    shell.awaitScreen(s -> s.contains("batch 1"));
    shell.resize(40);

    shell.awaitEndOfScreen("  1  batch 1 of archived_users…  0 rows");
    work.end("copied");
    assertThat(shell.awaitEndOfScreen("copied\n" + PROMPT))
        .startsWith("linkspan 0.1\narchive -> main => work\ncopied");
  }

  @Test
  void of_more_workers_than_the_screen_has_rows_the_first_are_shown() throws Exception {
    String[] doing = IntStream.range(0, 40).mapToObj(i -> "b" + i).toArray(String[]::new);
    work.progress(0, 3, doing);
    shell.awaitScreen(s -> s.contains(" 22  b21"));
    work.progress(0, 4, "alone");
    shell.awaitEndOfScreen("1  alone  0 rows");
    work.end("copied");

    assertThat(shell.awaitEndOfScreen("copied\n" + PROMPT)).doesNotContain("run 7", " rows");
  }
}
