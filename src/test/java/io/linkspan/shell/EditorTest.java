package io.linkspan.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.linkspan.pg.UserException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class EditorTest {
  @TempDir Path folder;

  /** An editor that leaves what it saw in a file, and changes the text. */
  private Path program(String commands) throws IOException {
    Path program = folder.resolve("my editor");
    Files.writeString(program, "#!/bin/sh\n" + commands + "\n");
    assertThat(program.toFile().setExecutable(true)).isTrue();
    return program;
  }

  @Test
  void the_text_is_given_as_the_editor_left_it() throws IOException {
    Path program = program("sed -i 's/one/two/' \"$1\"");

    String text = new Editor(Map.of("EDITOR", "'" + program + "'")).edited("one €\n");

    assertThat(text).isEqualTo("two €\n");
  }

  @Test
  void visual_goes_before_and_words_after_the_name_are_arguments() throws IOException {
    Path program = program("printf '%s' \"$1\" > \"$2\"");

    Map<String, String> variables =
        Map.of("VISUAL", "'" + program + "' given", "EDITOR", "/nonexistent");

    assertThat(new Editor(variables).edited("")).isEqualTo("given");
  }

  @Test
  void the_file_is_the_users_alone_and_is_gone_afterwards() throws IOException {
    Path seen = folder.resolve("seen");
    Path program =
        program(
            "ls -ld \"$1\" \"$(dirname \"$1\")\" | cut -c1-10 > '"
                + seen
                + "'; echo \"$1\" >> '"
                + seen
                + "'; cp \"$1\" \"$1~\"");

    new Editor(Map.of("EDITOR", "'" + program + "'")).edited("x");

    List<String> lines = Files.readAllLines(seen);
    assertThat(lines.subList(0, 2)).containsExactlyInAnyOrder("-rw-------", "drwx------");
    Path file = Path.of(lines.get(2));
    assertThat(file).doesNotExist();
    assertThat(file.getParent()).doesNotExist();
  }

  @Test
  void an_editor_that_fails_changes_nothing() throws IOException {
    Editor editor = new Editor(Map.of("EDITOR", "'" + program("exit 3") + "'"));

    assertThatThrownBy(() -> editor.edited("x"))
        .isInstanceOf(UserException.class)
        .hasMessage("the editor ended with exit code 3");
  }

  @Test
  void a_file_that_is_no_text_is_told() throws IOException {
    Editor editor = new Editor(Map.of("EDITOR", "'" + program("printf '\\377' > \"$1\"") + "'"));

    assertThatThrownBy(() -> editor.edited("x"))
        .isInstanceOf(UserException.class)
        .hasMessage("could not edit the statement: the file is not in UTF-8");
  }
}
