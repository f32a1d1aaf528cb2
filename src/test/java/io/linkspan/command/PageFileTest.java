package io.linkspan.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.linkspan.pg.UserException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PageFileTest {
  @TempDir private Path folder;

  private String files() throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      return String.join(" ", all.map(file -> file.getFileName().toString()).sorted().toList());
    }
  }

  @Test
  void the_page_takes_the_place_of_the_old_one_and_nothing_else_is_left() throws IOException {
    Path file = folder.resolve("session.html");
    Files.writeString(file, "old");

    PageFile.at(file).write("<p>né</p>");

    assertThat(Files.readString(file)).isEqualTo("<p>né</p>");
    assertThat(files()).isEqualTo("session.html");
  }

  @Test
  void it_has_the_rights_of_any_new_file() throws IOException {
    Path other = Files.writeString(folder.resolve("other.html"), "");
    Path file = folder.resolve("session.html");

    PageFile.at(file).write("x");

    assertThat(Files.getPosixFilePermissions(file)).isEqualTo(Files.getPosixFilePermissions(other));
  }

  @Test
  void a_page_that_cannot_take_its_place_leaves_nothing_behind() throws IOException {
    Path file = folder.resolve("session.html");
    PageFile page = PageFile.at(file);
    Files.createDirectories(file.resolve("full"));

    assertThatThrownBy(() -> page.write("x"))
        .isInstanceOf(UserException.class)
        .hasMessageStartingWith("could not write file \"" + file + "\": ");
    assertThat(files()).isEqualTo("session.html");
  }

  @Test
  void a_directory_is_no_page() {
    assertThatThrownBy(() -> PageFile.at(folder))
        .hasMessage("could not write file \"" + folder + "\": it is a directory");
  }
}
