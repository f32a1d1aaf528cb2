package io.linkspan.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class SandboxDirectoryTest {
  private static final Path HOME = Path.of("/home/ann");

  @Test
  void a_sandbox_lives_in_the_users_data_directory() {
    assertThat(SandboxDirectory.forUser(Map.of("XDG_DATA_HOME", "/data/ann"), HOME))
        .isEqualTo(Path.of("/data/ann/linkspan/sandbox"));
  }

  @Test
  void its_place_can_be_chosen() {
    assertThat(SandboxDirectory.standard(Map.of("LINKSPAN_SANDBOX", "/data/tryout")))
        .isEqualTo(Path.of("/data/tryout"));
  }

  @Test
  void without_a_data_directory_it_lives_in_the_home() {
    Path expected = Path.of("/home/ann/.local/share/linkspan/sandbox");

    assertThat(SandboxDirectory.forUser(Map.of(), HOME)).isEqualTo(expected);
    assertThat(SandboxDirectory.forUser(Map.of("XDG_DATA_HOME", ""), HOME)).isEqualTo(expected);
    assertThat(SandboxDirectory.forUser(Map.of("XDG_DATA_HOME", "here"), HOME)).isEqualTo(expected);
    assertThat(SandboxDirectory.forUser(Map.of("HOME", "/home/ann"), Path.of("/nonexistent")))
        .isEqualTo(expected);
  }
}
