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
}
