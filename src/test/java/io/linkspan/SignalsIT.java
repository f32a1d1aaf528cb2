package io.linkspan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.linkspan.command.CopyShell;
import io.linkspan.testing.Await;
import io.linkspan.testing.Jdbc;
import io.linkspan.testing.OnEachMajor;
import io.linkspan.testing.PtyProgram;
import io.linkspan.testing.TestDatabase;
import io.linkspan.testing.TestDatabases;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.io.TempDir;

/** However a shell at a terminal is ended, both servers and the terminal are left clean. */
final class SignalsIT {
  private static final String ROUTE = "archive -> main =>";
  private static final Duration SOON = Duration.ofSeconds(5);

  @TempDir private Path home;

  /** A shell at its prompt, started by a program that tells how it ended. */
  private record Running(TestDatabase source, TestDatabase target, PtyProgram terminal) {
    String others(String condition) {
      return Jdbc.query(
              target.superuser(),
              "SELECT count(*) FROM pg_stat_activity WHERE usename = 'app_user' AND datname IN"
                  + " ('%s', '%s') AND %s".formatted(source.name(), target.name(), condition))
          .get(0);
    }

    void awaitSleeper() {
      Await.until(
          "the source sleeps",
          () ->
              !others("wait_event = 'PgSleep' AND datname = '" + source.name() + "'").equals("0"));
    }

    long java() {
      return ProcessHandle.of(terminal.pid())
          .orElseThrow()
          .descendants()
          .filter(child -> child.info().command().orElse("").endsWith("java"))
          .findFirst()
          .orElseThrow()
          .pid();
    }
  }

  private String command() {
    return Path.of(System.getProperty("java.home"), "bin", "java")
        + " -Djdk.console=java.base -cp '"
        + System.getProperty("java.class.path")
        + "' io.linkspan.Main";
  }

  private Running start(TestDatabases databases, String program) throws Exception {
    TestDatabase source = databases.create();
    TestDatabase target = databases.create();
    source.execute(
        "CREATE TABLE users (id integer); INSERT INTO users VALUES (1);"
            + "CREATE VIEW slow AS SELECT id FROM users, pg_sleep(60)");
    target.execute("CREATE TABLE users (id integer)");
    PtyProgram terminal =
        PtyProgram.start(
            List.of("sh", "-c", program),
            Map.of("HOME", home.toString(), "TERM", "xterm-256color", "PATH", "/usr/bin:/bin"));
    Running running = new Running(source, target, terminal);
    terminal.awaitEndOfScreen("linkspan=>");
    terminal.type("connect archive " + CopyShell.conninfo(source.access()) + " as source\r");
    terminal.awaitEndOfScreen("? =>");
    return running;
  }

  private Running connected(TestDatabases databases) throws Exception {
    Running running =
        start(
            databases,
            command() + "; echo \"code $?\"; stty -a | tr ' ;' '\\n\\n' | grep -x icanon");
    PtyProgram terminal = running.terminal();
    terminal.type("connect main " + CopyShell.conninfo(running.target().access()) + " as target\r");
    terminal.awaitEndOfScreen(ROUTE);
    return running;
  }

  private void ends(Running running, String signal, int code) throws Exception {
    long begun = System.nanoTime();
    signal(signal, running.java());
    String screen = running.terminal().awaitEndOfScreen("code " + code + "\nicanon");

    assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(SOON);
    assertThat(screen).doesNotContain("Exception").doesNotContain("\tat ");
    Await.until("no session is left", () -> running.others("true").equals("0"));
    running.terminal().close();
  }

  private static void signal(String name, long pid) throws IOException, InterruptedException {
    Process kill = new ProcessBuilder("kill", "-" + name, Long.toString(pid)).start();
    assertThat(kill.waitFor(10, TimeUnit.SECONDS)).isTrue();
  }

  @OnEachMajor
  void a_signal_ends_a_query_and_keeps_the_history(TestDatabases databases) throws Exception {
    Running running = connected(databases);
    running.terminal().type("@archive select id from slow;\r");
    running.awaitSleeper();

    ends(running, "TERM", 143);
    assertThat(history()).contains("select id from slow").doesNotContain("s3cr");
  }

  @OnEachMajor
  void what_is_typed_before_the_prompt_stands_behind_it_and_nowhere_else(TestDatabases databases)
      throws Exception {
    PtyProgram terminal =
        PtyProgram.start(
            List.of("sh", "-c", "echo begun; exec " + command()),
            Map.of("HOME", home.toString(), "TERM", "xterm-256color", "PATH", "/usr/bin:/bin"));
    terminal.awaitScreen(screen -> screen.contains("begun"));
    terminal.type("say typed ahead");
    String screen = terminal.awaitEndOfScreen("linkspan=> say typed ahead");

    assertThat(screen)
        .isEqualTo(
            """
            begun
            linkspan (development)  Type help for the commands, quit to leave.
            linkspan=> say typed ahead""");
    terminal.close();
  }

  @OnEachMajor
  void ctrl_z_stops_the_shell_and_fg_brings_the_line_back(TestDatabases databases)
      throws Exception {
    assumeTrue(Files.isExecutable(Path.of("/bin/bash")), "no bash");
    Path start = Files.writeString(home.resolve("start"), "exec " + command() + "\n");
    PtyProgram terminal =
        PtyProgram.start(
            List.of("/bin/bash", "--norc", "-i"),
            Map.of(
                "HOME", home.toString(),
                "TERM", "xterm-256color",
                "PATH", "/usr/bin:/bin",
                "PS1", "shell> "));
    terminal.awaitEndOfScreen("shell>");
    terminal.type("clear; sh " + start + "\r");
    terminal.awaitEndOfScreen("linkspan=>");
    terminal.type("say half");
    terminal.awaitEndOfScreen("linkspan=> say half");

    terminal.type("\u001a");
    String stopped = terminal.awaitScreen(screen -> screen.endsWith("shell>"));
    assertThat(stopped).contains("linkspan=> say half\n").contains("Stopped");

    terminal.type("fg\r");
    terminal.awaitEndOfScreen("linkspan=> say half");
    terminal.type(" and whole\r");
    String screen = terminal.awaitEndOfScreen("half and whole\nlinkspan=>");
    assertThat(screen).contains("linkspan=> say half and whole\nhalf and whole\n");

    terminal.type("quit\r");
    terminal.awaitEndOfScreen("shell>");
    terminal.close();
  }

  @OnEachMajor
  void a_hang_up_ends_a_run_on_both_servers(TestDatabases databases) throws Exception {
    Running running = connected(databases);
    running.terminal().type("plan copy slow -> users\r");
    running.terminal().awaitEndOfScreen("[users] =>");
    running.terminal().type("run\r");
    running.awaitSleeper();

    ends(running, "HUP", 129);
    assertThat(running.target().query("SELECT count(*) FROM users")).containsExactly("0");
  }

  @OnEachMajor
  void a_signal_at_the_prompt_rolls_the_transaction_back(TestDatabases databases) throws Exception {
    Running running = connected(databases);
    running.terminal().type("begin; insert into users values (7);\r");
    running.terminal().awaitEndOfScreen("archive -> main*=>");

    ends(running, "TERM", 143);
    assertThat(running.target().query("SELECT count(*) FROM users")).containsExactly("0");
  }

  @OnEachMajor
  void a_terminal_that_is_closed_ends_what_runs(TestDatabases databases) throws Exception {
    assumeTrue(Files.isExecutable(Path.of("/usr/bin/script")), "no script(1)");
    // script(1) holds the terminal of the shell; its end closes that terminal and no other.
    Path inner = home.resolve("inner");
    Files.writeString(inner, "stty cols 100 rows 30; exec " + command() + "\n");
    Running running = start(databases, "script -qec 'sh " + inner + "' /dev/null; sleep 30");
    running.terminal().type("select * from users, pg_sleep(60);\r");
    running.awaitSleeper();
    ProcessHandle java = ProcessHandle.of(running.java()).orElseThrow();
    ProcessHandle holder =
        ProcessHandle.of(running.terminal().pid())
            .orElseThrow()
            .descendants()
            .filter(child -> child.info().command().orElse("").endsWith("script"))
            .findFirst()
            .orElseThrow();

    holder.destroyForcibly();

    java.onExit().get(SOON.toSeconds(), TimeUnit.SECONDS);
    Await.until("no session is left", () -> running.others("true").equals("0"));
    running.terminal().close();
  }

  private String history() throws IOException {
    StringBuilder text = new StringBuilder();
    try (var files = Files.walk(home.resolve(".local/state/linkspan"))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        text.append(Files.readString(file));
      }
    }
    return text.toString();
  }
}
