package io.linkspan.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The menu of TAB where there is more than the screen holds. */
final class MenuOnScreenTest {
  @TempDir Path folder;
  private ShellOnScreen shell;

  @BeforeEach
  void open() throws Exception {
    shell = new ShellOnScreen(folder, "ansi", Colours.OFF, 40);
    shell.awaitScreen(s -> s.contains("=>"));
  }

  @AfterEach
  void close() throws Exception {
    shell.close();
  }

  @Test
  void of_very_many_words_a_line_that_wraps_leaves_room_for_some_and_nobody_is_asked()
      throws Exception {
    shell.type("many " + "words ".repeat(15) + "\t");

    String screen = shell.awaitScreen(s -> s.contains("type on"));

    assertThat(screen).contains("of 500, type on)").contains("name0").doesNotContain("?");
    assertThat(screen.lines().count()).isLessThanOrEqualTo(24);
  }
}
