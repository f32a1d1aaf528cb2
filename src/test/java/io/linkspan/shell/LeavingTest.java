package io.linkspan.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LeavingTest {
  private static final String PROMPT = "archive -> main =>";
  private static final String QUESTION = "A transaction is open. Leave? (y/N)";
  private static final String CTRL_C = "\u0003";
  private static final String CTRL_D = "\u0004";

  @TempDir Path folder;
  private ShellOnScreen shell;

  @BeforeEach
  void start() throws Exception {
    shell = new ShellOnScreen(folder, "ansi", Colours.OFF);
    shell.awaitEndOfScreen(PROMPT);
    shell.conversation.leaving = Optional.of("A transaction is open. Leave?");
  }

  @AfterEach
  void stop() throws IOException {
    shell.close();
  }

  @Test
  void ctrl_d_asks_where_something_would_be_lost_and_no_stays() throws Exception {
    shell.type(CTRL_D);
    shell.awaitEndOfScreen(QUESTION);
    shell.type("n\r");

    assertThat(shell.awaitEndOfScreen("n\n" + PROMPT))
        .isEqualTo("linkspan 0.1\n" + PROMPT + "\n" + QUESTION + " n\n" + PROMPT);
  }

  @Test
  void yes_leaves() throws Exception {
    shell.type(CTRL_D);
    shell.awaitEndOfScreen(QUESTION);
    shell.type("y\r");

    assertThat(shell.awaitExit()).isZero();
  }

  @Test
  void a_second_ctrl_d_leaves() throws Exception {
    shell.type(CTRL_D);
    shell.awaitEndOfScreen(QUESTION);
    shell.type(CTRL_D);

    assertThat(shell.awaitExit()).isZero();
  }

  @Test
  void ctrl_c_at_the_question_stays() throws Exception {
    shell.type(CTRL_D);
    shell.awaitEndOfScreen(QUESTION);
    shell.type(CTRL_C);

    shell.awaitScreen(screen -> screen.endsWith(QUESTION + "\n" + PROMPT));
  }
}
