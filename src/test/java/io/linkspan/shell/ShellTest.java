package io.linkspan.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ShellTest {
  private static final String PROMPT = "archive -> main =>";
  private static final String CTRL_C = "\u0003";
  private static final String CTRL_D = "\u0004";
  private static final String UP = "\u001b[A";

  @TempDir Path folder;
  private ShellOnScreen shell;

  @BeforeEach
  void start() throws Exception {
    shell = new ShellOnScreen(folder, "ansi", Colours.OFF);
    shell.awaitEndOfScreen(PROMPT);
  }

  @AfterEach
  void stop() throws IOException {
    shell.close();
  }

  @Test
  void a_banner_line_and_the_prompt_open_the_screen() {
    assertThat(shell.screen()).isEqualTo("linkspan 0.1\narchive -> main =>");
  }

  @Test
  void what_a_command_gives_back_stands_below_it() throws Exception {
    shell.type("rows\r");

    assertThat(shell.awaitEndOfScreen("(2 rows)\n\n" + PROMPT))
        .isEqualTo(
            """
            linkspan 0.1
            archive -> main => rows
             id | name
            ----+------
              1 | Anna
             10 |
            (2 rows)

            archive -> main =>""");
  }

  @Test
  void somebody_is_there_at_the_prompt_and_not_in_a_script_replayed_from_it() throws Exception {
    Path script = Files.writeString(folder.resolve("a.lks"), "there\n");

    shell.type("there\r");
    shell.awaitEndOfScreen("there\nsomebody\n" + PROMPT);
    shell.type("replay " + script + "\r");
    shell.awaitEndOfScreen("there\nnobody\n" + PROMPT);
  }

  @Test
  void tab_lists_the_words_in_groups_with_what_they_mean() throws Exception {
    shell.type("use archive\t");

    assertThat(shell.awaitScreen(s -> s.contains("998 rows")))
        .isEqualTo(
            """
            linkspan 0.1
            archive -> main => use archive
            connections
            archive (PostgreSQL 15.19)
            tables
            archived_users  (998 rows)""");
  }

  @Test
  void a_second_tab_takes_the_likeliest_word() throws Exception {
    shell.type("p\t");
    shell.awaitScreen(s -> s.contains("plans a copy") && s.contains("asks the servers"));
    shell.type("\t");

    shell.awaitScreen(s -> s.contains(PROMPT + " plan\n"));
  }

  @Test
  void tab_completes_the_word_at_the_cursor() throws Exception {
    shell.type("use archived\t-> x");

    shell.awaitEndOfScreen(PROMPT + " use archived_users -> x");
  }

  @Test
  void letters_of_a_name_find_it() throws Exception {
    shell.awaitEndOfScreen(PROMPT);

    shell.type("use arus\t-> x");

    shell.awaitEndOfScreen(PROMPT + " use archived_users -> x");
  }

  @Test
  void names_that_do_not_begin_with_the_letters_are_listed_and_one_more_tab_takes_the_first()
      throws Exception {
    shell.awaitEndOfScreen(PROMPT);

    shell.type("copy rv\t");
    shell.awaitScreen(screen -> screen.contains("998 rows"));
    shell.type("\t\t");

    shell.awaitScreen(screen -> screen.contains(PROMPT + " copy archived_users"));
  }

  @Test
  void a_statement_goes_on_until_its_semicolon_and_the_prompt_shows_what_is_missing()
      throws Exception {
    shell.type("select upper(\r");
    shell.awaitEndOfScreen("archive -> main (>");
    shell.type("'a')\r");
    shell.awaitEndOfScreen("archive -> main ->");
    shell.type("from t;\r");

    assertThat(shell.awaitScreen(s -> s.contains("did ")))
        .startsWith(
            """
            linkspan 0.1
            archive -> main => select upper(
            archive -> main (> 'a')
            archive -> main -> from t;
            did select upper(""");
    assertThat(shell.conversation.executed).containsExactly("select upper(\n'a')\nfrom t;");
  }

  @Test
  void pasted_lines_are_carried_out_one_by_one() throws Exception {
    shell.type("\u001b[200~ping\nselect\n1;\nsay x\u001b[201~\r");

    shell.awaitEndOfScreen("did say x\n" + PROMPT);

    assertThat(shell.conversation.executed).containsExactly("ping", "select\n1;", "say x");
  }

  @Test
  void after_an_error_the_rest_of_what_was_pasted_is_left() throws Exception {
    shell.type("\u001b[200~fail USAGE\nping\nsay x\u001b[201~\r");

    assertThat(shell.awaitScreen(s -> s.contains("not carried out")))
        .contains(
            """
            ERROR:  it failed
            HINT:   Try again.
            2 inputs after the error not carried out""");
    assertThat(shell.conversation.executed).containsExactly("fail USAGE");
  }

  @Test
  void ctrl_c_at_the_prompt_drops_the_line() throws Exception {
    shell.type("select 1");
    shell.awaitEndOfScreen("select 1");
    shell.type(CTRL_C);
    shell.awaitEndOfScreen("select 1\n" + PROMPT);
    shell.type("ping\r");
    shell.awaitEndOfScreen("did ping\n" + PROMPT);

    assertThat(shell.conversation.executed).containsExactly("ping");
    assertThat(shell.conversation.interrupts).isZero();
  }

  @Test
  void ctrl_c_while_a_command_runs_interrupts_it_and_the_shell_goes_on() throws Exception {
    shell.type("wait\r");
    assertThat(shell.conversation.waiting.await(20, TimeUnit.SECONDS)).isTrue();
    shell.type(CTRL_C);

    shell.awaitEndOfScreen(
        """
        wait
        ^C canceling ...
        ERROR:  canceling statement due to user request
        archive -> main =>""");
  }

  @Test
  void a_second_ctrl_c_interrupts_again() throws Exception {
    shell.conversation.stubbornness = 2;
    shell.type("wait\r");
    assertThat(shell.conversation.waiting.await(20, TimeUnit.SECONDS)).isTrue();
    shell.type(CTRL_C);
    shell.type(CTRL_C);

    shell.awaitEndOfScreen("due to user request\n" + PROMPT);
    assertThat(shell.conversation.interrupted.await(20, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void ctrl_d_ends_the_shell() throws Exception {
    shell.type(CTRL_D);

    assertThat(shell.awaitExit()).isZero();
  }

  @Test
  void quit_ends_the_shell() throws Exception {
    shell.type("quit\r");

    assertThat(shell.awaitExit()).isZero();
  }

  @Test
  void a_secret_is_neither_shown_nor_kept() throws Exception {
    shell.type("connect x\r");
    shell.awaitEndOfScreen("Password:");
    shell.type("sesame\r");

    String screen = shell.awaitEndOfScreen("6 letters\n" + PROMPT);
    shell.type(UP);
    shell.awaitEndOfScreen(PROMPT + " connect x");
    assertThat(screen).doesNotContain("sesame").doesNotContain("*");
    assertThat(Files.readString(folder.resolve("history/archive--main"))).doesNotContain("sesame");
  }

  @Test
  void ctrl_c_or_ctrl_d_at_a_question_is_a_no() throws Exception {
    for (String key : List.of("n\r", "\u0003", "\u0004")) {
      shell.type("run\r");
      shell.awaitEndOfScreen("Run? (y/N)");
      shell.type(key);

      shell.awaitEndOfScreen("did not run\n" + PROMPT);
      shell.type("\f");
      shell.awaitScreen(screen -> screen.equals(PROMPT));
    }
  }

  @Test
  void ctrl_c_at_a_secret_gives_the_command_up() throws Exception {
    shell.type("connect x\r");
    shell.awaitEndOfScreen("Password:");
    shell.type("sesa" + CTRL_C);

    shell.awaitEndOfScreen("ERROR:  canceled by the user\n" + PROMPT);
  }

  @Test
  void a_question_is_answered_by_yes_or_no() throws Exception {
    shell.type("run\r");
    shell.awaitEndOfScreen("Run? (y/N)");
    shell.type("y\r");
    shell.awaitEndOfScreen("ran\n" + PROMPT);
    shell.type("run\r");
    shell.awaitEndOfScreen("Run? (y/N)");
    shell.type("\r");

    shell.awaitEndOfScreen("did not run\n" + PROMPT);
  }

  @Test
  void the_history_keeps_a_statement_as_one_entry_and_no_secret_and_is_for_the_user_alone()
      throws Exception {
    shell.type("connect password=sesame\r\r");
    shell.awaitEndOfScreen("0 letters\n" + PROMPT);
    shell.type("secret\r");
    shell.awaitEndOfScreen("did secret\n" + PROMPT);
    shell.type(" hidden\r");
    shell.awaitEndOfScreen("hidden\n" + PROMPT);
    shell.type("select\r1;\r");
    shell.awaitEndOfScreen("1;\n" + PROMPT);
    shell.type(UP);
    shell.awaitEndOfScreen("archive -> main => select\narchive -> main -> 1;");

    Path history = folder.resolve("history/archive--main");
    assertThat(Files.readAllLines(history).stream().map(l -> l.replaceFirst("^\\d+:", "")))
        .containsExactly("connect password=***", "select\\n1;");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(history)))
        .isEqualTo("rw-------");
  }

  @Test
  void a_bug_takes_one_line_and_its_trace_goes_to_a_log_for_the_user_alone() throws Exception {
    shell.type("bug\r");

    Path log = folder.resolve("log");
    String screen = shell.awaitScreen(s -> s.contains("details in") && s.endsWith(PROMPT));
    assertThat(screen.replace("\n", ""))
        .contains("ERROR:  internal error (IllegalStateException); details in " + log)
        .doesNotContain("sesame");
    assertThat(Files.readString(log)).contains("IllegalStateException", "FakeConversation");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(log)))
        .isEqualTo("rw-------");
  }

  @Test
  void what_would_steer_the_terminal_is_spelled_out() throws Exception {
    shell.type("escape\r");

    shell.awaitEndOfScreen("\\x1B[31mred\n" + PROMPT);
  }

  @Test
  void a_command_knows_the_width_of_the_terminal() throws Exception {
    shell.type("width\r");

    shell.awaitEndOfScreen("width 80\n" + PROMPT);
  }
}
