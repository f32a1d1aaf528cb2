package io.linkspan.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.linkspan.testing.Jdbc;
import io.linkspan.testing.ReachableDirectory;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** How servers end with the shell that started them, and the next start after a bad end. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class SandboxLifeIT {
  private ReachableDirectory directory;

  @BeforeAll
  void create() {
    directory = ReachableDirectory.create("sandbox-life");
  }

  @AfterAll
  void delete() {
    directory.close();
  }

  @Test
  void servers_stop_when_the_shell_ends() throws Exception {
    ShellProcess shell = ShellProcess.start(directory.path());
    List<ProcessHandle> postmasters = shell.postmasters();

    shell.close();

    assertThat(shell.process().exitValue()).isZero();
    ShellProcess.awaitEnd(postmasters);
  }

  @Test
  void servers_stop_when_the_shell_is_killed() throws Exception {
    ShellProcess shell = ShellProcess.start(directory.path());
    List<ProcessHandle> postmasters = shell.postmasters();

    shell.process().destroyForcibly();

    ShellProcess.awaitEnd(postmasters);
  }

  @Test
  void the_interrupt_key_does_not_reach_the_servers() throws Exception {
    try (ShellProcess shell = ShellProcess.start(directory.path())) {
      for (ProcessHandle watcher : shell.process().children().toList()) {
        new ProcessBuilder("kill", "-INT", Long.toString(watcher.pid())).start().waitFor();
      }

      assertThat(shell.process().children()).hasSize(2).allMatch(ProcessHandle::isAlive);
      assertThat(shell.postmasters()).allMatch(ProcessHandle::isAlive);
    }
  }

  @Test
  void servers_that_outlived_shell_and_watcher_are_stopped_by_the_next_start() throws Exception {
    ShellProcess shell = ShellProcess.start(directory.path());
    List<ProcessHandle> left = shell.postmasters();
    List<ProcessHandle> watchers = shell.process().children().toList();
    watchers.forEach(ProcessHandle::destroyForcibly);
    shell.process().destroyForcibly();
    ShellProcess.awaitEnd(shell.process().toHandle());
    assertThat(left).allMatch(ProcessHandle::isAlive);

    try (Sandbox next = Sandbox.start(directory.path(), Jdbc::execute)) {
      assertThat(next.directory()).isEqualTo(shell.slot());
      ShellProcess.awaitEnd(left);
      assertThat(Jdbc.query(next.main(), "SELECT count(*) FROM users")).containsExactly("200");
    }
  }

  @Test
  void an_ordinary_user_needs_no_other_account() throws Exception {
    assumeThat(ServerAccount.isRoot(directory.path())).as("run as root").isTrue();
    Path home = Files.createDirectory(directory.path().resolve("ordinary"));
    Tree.give(home, "nobody");
    String classPath = copyOfClassPath(Files.createDirectory(directory.path().resolve("copy")));

    List<String> asNobody = List.of("runuser", "-u", "nobody", "--");
    try (ShellProcess shell = ShellProcess.start(asNobody, classPath, home)) {
      assertThat(shell.postmasters())
          .allMatch(postmaster -> postmaster.info().user().orElse("").equals("nobody"));
      assertThat(Files.getOwner(shell.slot().resolve("password")).getName()).isEqualTo("nobody");
    }
  }

  /** The class path may lie in a home that is closed to other users. */
  private static String copyOfClassPath(Path copy) throws IOException {
    List<String> entries = new ArrayList<>();
    for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
      Path source = Path.of(entry);
      Path target = copy.resolve(entries.size() + "-" + source.getFileName());
      if (Files.exists(source)) {
        copyTree(source, target);
        entries.add(target.toString());
      }
    }
    return String.join(File.pathSeparator, entries);
  }

  private static void copyTree(Path from, Path to) throws IOException {
    try (Stream<Path> paths = Files.walk(from)) {
      for (Path path : paths.toList()) {
        Path target = to.resolve(from.relativize(path).toString());
        Files.copy(path, target);
        Tree.permit(target, "rwxr-xr-x");
      }
    }
  }
}
