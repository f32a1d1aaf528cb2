package io.linkspan;

import static org.assertj.core.api.Assertions.assertThat;

import io.linkspan.sandbox.Access;
import io.linkspan.sandbox.Login;
import io.linkspan.testing.Installation;
import io.linkspan.testing.Jdbc;
import io.linkspan.testing.PtyProgram;
import io.linkspan.testing.ReachableDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The installed launcher in a real pseudo-terminal. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LauncherPtyIT {
  private static final String PROMPT = "linkspan=>";
  private static final String ROUTE = "archive -> main =>";
  private static final String CTRL_C = "\u0003";
  private static final String CTRL_D = "\u0004";
  private static final Duration AT_ONCE = Duration.ofSeconds(1);
  private static final Pattern MAIN_SERVER =
      Pattern.compile("main .*database (\\w+) at 127\\.0\\.0\\.1:(\\d+)");

  private ReachableDirectory folder;
  private Installation installed;
  private Installation.Ended installation;

  /** The Java that the launcher is installed for. */
  Path java() throws IOException {
    return Installation.thisJava();
  }

  @BeforeAll
  void install() throws Exception {
    Path java = java();
    folder = ReachableDirectory.create("it-install");
    installed = new Installation(java, folder.path());
    installation = installed.install("--from", "target");
  }

  @AfterAll
  void remove() {
    if (folder != null) {
      folder.close();
    }
  }

  @Test
  void the_installation_prepares_a_quick_start_and_leaves_nothing_else() throws IOException {
    assertThat(installation.errors()).isEmpty();
    assertThat(installation.code()).isZero();
    assertThat(installation.output()).contains("Preparing a quick start ... done");
    Path app = installed.prefix().resolve("lib/linkspan");
    assertThat(Files.exists(app.resolve("start.jsa")) || Files.exists(app.resolve("start.aot")))
        .isTrue();
  }

  @Test
  void banner_and_prompt_stand_alone_on_the_screen() throws Exception {
    try (PtyProgram shell = installed.shell()) {
      String screen = shell.awaitEndOfScreen(PROMPT);

      assertThat(screen)
          .matches("linkspan \\S+  Type help for the commands, quit to leave\\.\n" + PROMPT);
      shell.type("quit\r");
      assertThat(shell.awaitExit()).isZero();
    }
  }

  @Test
  void what_is_typed_before_the_prompt_is_not_lost() throws Exception {
    try (PtyProgram shell = installed.shell()) {
      shell.type("connections\r");

      shell.awaitScreen(
          screen -> screen.contains("No connection is open") && screen.endsWith(PROMPT));
    }
  }

  @Test
  void tab_completes_a_command() throws Exception {
    try (PtyProgram shell = installed.shell()) {
      shell.awaitEndOfScreen(PROMPT);
      shell.type("connectio\t");

      shell.awaitEndOfScreen(PROMPT + " connections");
    }
  }

  @Test
  void a_mistyped_command_is_answered_with_the_nearest_one() throws Exception {
    try (PtyProgram shell = installed.shell()) {
      shell.awaitEndOfScreen(PROMPT);
      shell.type("conections\r");

      shell.awaitEndOfScreen(
          PROMPT
              + " conections\n"
              + "ERROR:  unknown command \"conections\"\n"
              + "HINT:   Perhaps you mean \"connections\".\n"
              + PROMPT);
    }
  }

  @Test
  void ctrl_d_leaves_with_code_0() throws Exception {
    try (PtyProgram shell = installed.shell()) {
      shell.awaitEndOfScreen(PROMPT);
      shell.type(CTRL_D);

      assertThat(shell.awaitExit()).isZero();
    }
  }

  @Test
  void ctrl_c_stops_a_query_within_a_second_and_the_servers_stop_with_the_shell() throws Exception {
    try (PtyProgram shell = installed.shell()) {
      shell.awaitEndOfScreen(PROMPT);
      shell.type("sandbox\r");
      Access main = mainServer(shell.awaitEndOfScreen(ROUTE));

      shell.type("select pg_sleep(30);\r");
      while (sleeping(main) == 0) {
        shell.awaitScreen(screen -> !screen.endsWith(ROUTE));
      }
      long typed = System.nanoTime();
      shell.type(CTRL_C);
      shell.awaitScreen(screen -> screen.contains("57014") && screen.endsWith(ROUTE));

      assertThat(Duration.ofNanos(System.nanoTime() - typed)).isLessThan(AT_ONCE);
      assertThat(sleeping(main)).isZero();
      shell.type(CTRL_D);
      assertThat(shell.awaitExit()).isZero();
      assertThat(installed.sandbox().resolve("1/main/data/postmaster.pid")).doesNotExist();
    }
  }

  private Access mainServer(String screen) throws IOException {
    Matcher matcher = MAIN_SERVER.matcher(screen);
    assertThat(matcher.find()).as(screen).isTrue();
    String password = Files.readString(installed.sandbox().resolve("1/password")).strip();
    int port = Integer.parseInt(matcher.group(2));
    return new Access("127.0.0.1", port, matcher.group(1), new Login("app_user", password));
  }

  private static int sleeping(Access main) {
    List<String> rows =
        Jdbc.query(
            main,
            "SELECT count(*) FROM pg_stat_activity"
                + " WHERE query LIKE 'select pg_sleep%' AND state = 'active'");
    return Integer.parseInt(rows.get(0));
  }

  @Test
  void a_wrong_command_ends_with_code_1() throws Exception {
    Installation.Ended ended = installed.linkspan("-c", "nonsense");

    assertThat(ended)
        .isEqualTo(
            new Installation.Ended(
                1, "", "ERROR:  unknown command \"nonsense\"\nHINT:   See all commands: help\n"));
  }
}
