package io.linkspan.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class StateFolderTest {
  @TempDir Path folder;

  @Test
  void it_is_where_the_environment_says_or_below_the_home_folder() {
    assertThat(StateFolder.of(Map.of("XDG_STATE_HOME", "/state"), Path.of("/home/u")).history())
        .isEqualTo(Path.of("/state/linkspan/history"));
    assertThat(StateFolder.of(Map.of(), Path.of("/home/u")).log())
        .isEqualTo(Path.of("/home/u/.local/state/linkspan/log"));
  }

  @Test
  void a_relative_path_in_the_environment_counts_for_nothing() {
    assertThat(StateFolder.of(Map.of("XDG_STATE_HOME", "state"), Path.of("/home/u")).path())
        .isEqualTo(Path.of("/home/u/.local/state/linkspan"));
  }

  @Test
  void a_file_that_others_may_read_is_closed_to_them() throws IOException {
    Path file = folder.resolve("history");
    Files.writeString(file, "kept");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));

    StateFolder.prepare(file);

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    assertThat(file).hasContent("kept");
  }
}
