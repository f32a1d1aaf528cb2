package io.linkspan;

import static org.assertj.core.api.Assertions.assertThat;

import io.linkspan.testing.Installation;
import io.linkspan.testing.Installation.Ended;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What install.sh puts where, and takes away again. */
final class InstallScriptIT {
  @TempDir Path folder;
  private Installation installation;

  @BeforeEach
  void choosePlace() {
    installation = new Installation(Installation.thisJava(), folder);
  }

  private void install() throws Exception {
    Ended ended = installation.install("--from", "target", "--no-archive");
    assertThat(ended.errors()).isEmpty();
    assertThat(ended.code()).isZero();
  }

  @Test
  void it_ends_by_saying_how_to_start() throws Exception {
    Ended ended = installation.install("--from", "target", "--no-archive");

    String launcher = installation.launcher().toString();
    String bin = installation.prefix().resolve("bin").toString();
    assertThat(ended.output())
        .contains(bin + " is not on PATH; to put it there: export PATH=\"" + bin + ":$PATH\"")
        .endsWith(
            "Start it: %s\nTry it on two PostgreSQL servers of your own: %s sandbox --story\n"
                .formatted(launcher, launcher));
  }

  @Test
  void installing_again_replaces_what_is_there() throws Exception {
    install();
    List<Path> once = files(installation.prefix());

    install();

    assertThat(files(installation.prefix())).isEqualTo(once);
    assertThat(installation.linkspan("--version").output()).startsWith("linkspan ");
  }

  @Test
  void the_man_page_and_the_completions_go_where_man_and_shells_look() throws Exception {
    install();

    Path share = installation.prefix().resolve("share");
    assertThat(share.resolve("man/man1/linkspan.1")).exists();
    assertThat(share.resolve("bash-completion/completions/linkspan")).exists();
    assertThat(share.resolve("zsh/site-functions/_linkspan")).exists();
  }

  @Test
  void uninstalling_takes_away_what_was_installed_and_nothing_else() throws Exception {
    Files.createDirectories(installation.prefix().resolve("bin"));
    Path other = Files.writeString(installation.prefix().resolve("bin/other"), "of the user");
    List<Path> before = files(installation.prefix());
    install();

    assertThat(installation.install("--uninstall").code()).isZero();

    assertThat(files(installation.prefix())).isEqualTo(before).contains(other);
  }

  @Test
  void a_program_of_that_name_that_is_not_ours_is_left_alone() throws Exception {
    Files.createDirectories(installation.prefix().resolve("bin"));
    Files.writeString(installation.launcher(), "of the user");

    Ended ended = installation.install("--from", "target", "--no-archive");

    assertThat(ended.code()).isEqualTo(1);
    assertThat(ended.errors())
        .startsWith("ERROR:  \"" + installation.launcher() + "\" is there already");
    assertThat(installation.launcher()).hasContent("of the user");
  }

  @Test
  void an_installation_can_be_reached_by_a_link_and_moved() throws Exception {
    install();
    Path link = Files.createSymbolicLink(folder.resolve("link"), installation.launcher());
    assertThat(installation.run(List.of(link.toString(), "--version")).code()).isZero();

    Path moved = Files.move(installation.prefix(), folder.resolve("moved prefix"));

    Path launcher = moved.resolve("bin/linkspan");
    Path again = Files.createSymbolicLink(folder.resolve("again"), launcher);
    assertThat(installation.run(List.of(launcher.toString(), "--version")).code()).isZero();
    assertThat(installation.run(List.of(again.toString(), "--version")).code()).isZero();
  }

  @Test
  void the_launcher_says_what_is_wrong_with_a_chosen_java() throws Exception {
    install();
    String launcher = installation.launcher().toString();

    Ended ended = installation.run(List.of("env", "LINKSPAN_JAVA_HOME=/none", launcher));

    assertThat(ended.code()).isEqualTo(1);
    assertThat(ended.errors())
        .isEqualTo(
            """
            ERROR:  LINKSPAN_JAVA_HOME holds no Java 17 or newer: "/none"
            HINT:   Set it to the directory of one, or unset it.
            """);
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.sorted().toList();
    }
  }
}
