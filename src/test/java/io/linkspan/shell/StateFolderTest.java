package io.linkspan.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class StateFolderTest {
  @TempDir Path folder;

  @Test
  void it_is_where_the_environment_says_or_below_the_home_folder() {
    assertThat(StateFolder.of(Map.of("XDG_STATE_HOME", "/state"), Path.of("/home/u")).history(""))
        .isEqualTo(Path.of("/state/linkspan/history/-"));
    assertThat(StateFolder.of(Map.of(), Path.of("/home/u")).log())
        .isEqualTo(Path.of("/home/u/.local/state/linkspan/log"));
  }

  @Test
  void a_relative_path_in_the_environment_counts_for_nothing() {
    assertThat(StateFolder.of(Map.of("XDG_STATE_HOME", "state"), Path.of("/home/u")).path())
        .isEqualTo(Path.of("/home/u/.local/state/linkspan"));
  }

  @Test
  void each_route_has_a_history_of_its_own_whatever_the_names_are() {
    assertThat(
            Stream.of("", "archive -> main", "a-b -> c", "a- -> b--c", "../x -> \u00fc b", "- -> %")
                .map(RouteFile::name))
        .containsExactly(
            "-", "archive--main", "a-b--c", "a%2D--b%2D%2Dc", "%2E%2E%2Fx--%C3%BC%20b", "%2D--%25");
    assertThat(RouteFile.name("x".repeat(5000)).length()).isLessThan(255);
  }

  @Test
  void the_history_of_earlier_versions_becomes_that_of_no_route() throws IOException {
    Files.writeString(folder.resolve("history"), "kept");
    StateFolder state = new StateFolder(folder);

    state.prepareHistory(state.history("archive -> main"));

    assertThat(state.history("")).hasContent("kept");
    assertThat(state.history("archive -> main")).isEmptyFile();
    assertThat(
            PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("history"))))
        .isEqualTo("rwx------");
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
