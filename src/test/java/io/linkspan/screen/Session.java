package io.linkspan.screen;

import io.linkspan.sandbox.Access;
import io.linkspan.screen.Story.Size;
import io.linkspan.testing.PtyProgram;
import io.linkspan.testing.ScreenCells;
import io.linkspan.testing.TestDatabase;
import io.linkspan.transcript.Stage;
import io.linkspan.transcript.Volatile;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** The real program in a pseudo-terminal, on the stage of a story. */
final class Session implements AutoCloseable {
  private static final Duration LIMIT = Duration.ofSeconds(30);

  /** A screen that stays so long as it is will not change by itself any more. */
  private static final Duration QUIET = Duration.ofMillis(60);

  private static final String CTRL_L = "\f";

  private final Stage stage;
  private final PtyProgram program;

  private Session(Stage stage, PtyProgram program) {
    this.stage = stage;
    this.program = program;
  }

  /** Starts the program and waits for its prompt. */
  static Session start(Stage stage, Size size, List<String> arguments) throws InterruptedException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Djdk.console=java.base",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                "io.linkspan.Main"));
    command.addAll(arguments);
    Session session =
        new Session(
            stage, PtyProgram.start(command, environment(stage), size.columns(), size.rows()));
    session.await("the first prompt", screen -> screen.endsWith("=>"));
    return session;
  }

  private static Map<String, String> environment(Stage stage) {
    Map<String, String> variables = new LinkedHashMap<>();
    variables.put("PATH", System.getenv("PATH"));
    variables.put("HOME", stage.home().toAbsolutePath().toString());
    variables.put("LANG", "C.UTF-8");
    variables.put("TZ", "UTC");
    variables.put("TERM", "xterm-256color");
    variables.put("PGPASSWORD", TestDatabase.APP_USER.password());
    variables.putAll(stage.environment().variables());
    return variables;
  }

  /** Opens both connections of the stage and leaves an empty screen with a prompt. */
  void connect() throws InterruptedException {
    connect("archive", stage.source(), "source", "archive -> ? =>");
    connect("main", stage.target(), "target", "archive -> main =>");
    program.type(CTRL_L);
    await("an empty screen", screen -> screen.equals("archive -> main =>"));
  }

  private void connect(String name, TestDatabase database, String role, String prompt)
      throws InterruptedException {
    Access access = database.access();
    program.type(
        "connect %s host=%s port=%d dbname=%s user=%s as %s\r"
            .formatted(
                name, access.host(), access.port(), database.name(), access.login().user(), role));
    await("connected to " + name, screen -> screen.endsWith(prompt));
  }

  void type(String keys) {
    program.type(Keys.sent(keys));
  }

  void resize(Size size) {
    program.resize(size.columns(), size.rows());
  }

  /** Waits until the screen is as wanted and stays so. */
  void await(String what, Predicate<String> wanted) throws InterruptedException {
    long limit = System.nanoTime() + LIMIT.toNanos();
    while (!wanted.test(program.screen()) || program.quiet().compareTo(QUIET) < 0) {
      if (System.nanoTime() > limit) {
        throw new AssertionError("waited in vain for " + what + ":\n" + program.screen());
      }
      Thread.sleep(5);
    }
  }

  /** Waits until the screen is this one, or until nothing more is to be hoped for; gives it. */
  List<String> awaitLines(List<String> wanted, boolean styles) throws InterruptedException {
    long limit = System.nanoTime() + Duration.ofSeconds(10).toNanos();
    List<String> shown = lines(styles);
    while ((!shown.equals(wanted) || program.quiet().compareTo(QUIET) < 0)
        && System.nanoTime() < limit) {
      Thread.sleep(5);
      shown = lines(styles);
    }
    return shown;
  }

  /** Waits until the screen stays as it is; gives it. */
  List<String> settledLines(boolean styles) throws InterruptedException {
    long limit = System.nanoTime() + LIMIT.toNanos();
    while (program.quiet().compareTo(Duration.ofMillis(900)) < 0 && System.nanoTime() < limit) {
      Thread.sleep(5);
    }
    return lines(styles);
  }

  private List<String> lines(boolean styles) {
    List<String> lines = new ArrayList<>();
    ScreenCells cells = program.cells();
    Volatile.settled(program.screen(), stage)
        .lines()
        .forEach(line -> lines.add("|" + line.stripTrailing()));
    if (styles) {
      StyledRun.all(cells).stream()
          .filter(run -> !run.style().isPlain())
          .map(StyledRun::inWords)
          .forEach(lines::add);
    }
    return lines;
  }

  ScreenCells cells() {
    return program.cells();
  }

  @Override
  public void close() {
    program.close();
  }
}
