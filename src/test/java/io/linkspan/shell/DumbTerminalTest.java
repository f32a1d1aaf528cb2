package io.linkspan.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DumbTerminalTest {
  private static final String PROMPT = "archive -> main =>";

  @TempDir Path folder;

  @Test
  void a_dumb_terminal_carries_out_what_is_typed() throws Exception {
    try (ShellOnScreen shell = new ShellOnScreen(folder, "dumb", Colours.OFF)) {
      shell.awaitEndOfScreen(PROMPT);
      shell.type("ping\r");

      shell.awaitEndOfScreen("did ping\n" + PROMPT);
    }
  }

  @Test
  void a_dumb_terminal_shows_no_secret() throws Exception {
    try (ShellOnScreen shell = new ShellOnScreen(folder, "dumb", Colours.OFF)) {
      shell.awaitEndOfScreen(PROMPT);
      shell.type("connect x\r");
      shell.awaitEndOfScreen("Password:");
      shell.type("sesame\r");

      String screen = shell.awaitEndOfScreen("6 letters\n" + PROMPT);
      assertThat(screen).doesNotContain("sesame");
    }
  }

  @Test
  void ctrl_c_at_a_secret_gives_the_command_up_on_a_dumb_terminal_too() throws Exception {
    try (ShellOnScreen shell = new ShellOnScreen(folder, "dumb", Colours.OFF)) {
      shell.awaitEndOfScreen(PROMPT);
      shell.type("connect x\r");
      shell.awaitEndOfScreen("Password:");
      shell.type("sesa\u0003");

      shell.awaitEndOfScreen("ERROR:  canceled by the user\n" + PROMPT);
    }
  }

  @Test
  void work_is_told_of_line_by_line_on_a_dumb_terminal() throws Exception {
    try (ShellOnScreen shell = new ShellOnScreen(folder, "dumb", Colours.OFF)) {
      FakeWork work = shell.conversation.work;
      shell.awaitEndOfScreen(PROMPT);
      shell.type("work\r");
      work.progress(0, 3, "batch 1");
      shell.awaitScreen(s -> s.contains("so far"));
      work.progress(500, 9, "batch 2");
      shell.awaitScreen(s -> s.contains("50 %"));
      work.remark("batch 2 is tried again");
      work.end("copied");

      assertThat(shell.awaitEndOfScreen("copied\n" + PROMPT))
          .matches(
              """
              (?s).*work
              run 7: 0 of about 1,000 rows \\(0 %\\), \\d+ s so far
              run 7: 500 of about 1,000 rows \\(50 %\\), \\d+ rows/s, about \\d+ s left
              batch 2 is tried again
              copied
              archive -> main =>""");
    }
  }
}
