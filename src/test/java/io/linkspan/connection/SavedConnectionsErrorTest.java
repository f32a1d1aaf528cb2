package io.linkspan.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.linkspan.pg.UserException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SavedConnectionsErrorTest {
  @TempDir Path directory;

  private UserException failure(String text) throws IOException {
    Path file = Files.writeString(directory.resolve("config.toml"), text);
    return catchThrowableOfType(UserException.class, () -> new SavedConnections(file).all());
  }

  private String place(int line, int column) {
    return "Configuration file \""
        + directory.resolve("config.toml")
        + "\", line "
        + line
        + ", column "
        + column
        + ".";
  }

  @Test
  void a_file_that_is_not_toml_is_told_with_line_and_column() throws IOException {
    UserException failure = failure("a = 1\n[connections.x]\nhost = hunter2\n");

    assertThat(failure)
        .hasMessage(
            "could not read configuration file \""
                + directory.resolve("config.toml")
                + "\": line 3, column 8");
    assertThat(failure.fields().hint())
        .contains("There, write a text in quotes, a number, true or false.");
    assertThat(failure.fields().toString()).doesNotContain("hunter2");
  }

  @Test
  void an_unknown_key_is_told_with_its_place_and_the_nearest_one() throws IOException {
    UserException failure = failure("[connections.x]\nhost = 'h'\nread-only = true\n");

    assertThat(failure).hasMessage("unknown key \"read-only\" of connection \"x\"");
    assertThat(failure.fields().detail()).contains(place(3, 1));
    assertThat(failure.fields().hint()).contains("Perhaps you mean \"read_only\".");
  }

  @Test
  void a_password_in_the_file_is_refused_and_not_repeated() throws IOException {
    for (String key : new String[] {"password = 'hunter2'", "uri = 'postgres://u:hunter2@h'"}) {
      UserException failure = failure("[connections.x]\n" + key + "\n");

      assertThat(failure).hasMessage("connection \"x\" holds a password");
      assertThat(failure.fields().toString()).doesNotContain("hunter2");
    }
  }

  @Test
  void a_text_that_cannot_be_read_is_told_with_its_key() throws IOException {
    UserException failure = failure("[connections.x]\nuri = 'host=h usr=u'\n");

    assertThat(failure).hasMessage("unknown connection keyword at character 8");
    assertThat(failure.fields().detail()).contains(place(2, 1));
  }

  @Test
  void a_value_of_the_wrong_kind_is_told_with_its_key() throws IOException {
    assertThat(failure("[connections.x]\nhost = true\n"))
        .hasMessage("key \"host\" is neither text nor a number");
    assertThat(failure("[connections.x]\nread_only = 'yes'\n"))
        .hasMessage("key \"read_only\" is neither true nor false");
    assertThat(failure("connections = 1\n")).hasMessageEndingWith("is not a section");
    assertThat(failure("[connections]\nx = 1\n")).hasMessage("\"x\" is not a section");
  }

  @Test
  void a_file_that_is_not_utf8_is_told() throws IOException {
    Path file = Files.write(directory.resolve("config.toml"), new byte[] {'#', (byte) 0xff});

    assertThat(catchThrowableOfType(UserException.class, () -> new SavedConnections(file).all()))
        .hasMessage("configuration file \"" + file + "\" is not text in UTF-8: line 1, column 2");
  }
}
