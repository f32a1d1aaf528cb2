package io.linkspan.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.pty4j.PtyProcess;
import com.pty4j.PtyProcessBuilder;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.jline.utils.ScreenTerminal;

/** A program in a pseudo-terminal of 100 columns and 30 rows, and the screen that it draws. */
public final class PtyProgram implements AutoCloseable {
  private static final int COLUMNS = 100;
  private static final int ROWS = 30;
  private static final Duration LIMIT = Duration.ofMinutes(1);

  private final PtyProcess process;
  private final ScreenTerminal screen = new ScreenTerminal(COLUMNS, ROWS);
  private final Thread drawing;

  private PtyProgram(PtyProcess process) {
    this.process = process;
    this.drawing = new Thread(this::draw, "drawing");
    drawing.setDaemon(true);
    drawing.start();
  }

  /** Starts it with these variables alone. */
  public static PtyProgram start(List<String> command, Map<String, String> environment) {
    try {
      return new PtyProgram(
          new PtyProcessBuilder(command.toArray(String[]::new))
              .setEnvironment(environment)
              .setInitialColumns(COLUMNS)
              .setInitialRows(ROWS)
              .start());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void draw() {
    char[] buffer = new char[8192];
    try (Reader output = new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8)) {
      for (int length = output.read(buffer); length >= 0; length = output.read(buffer)) {
        screen.write(new String(buffer, 0, length));
        String answer = screen.read();
        if (!answer.isEmpty()) {
          type(answer);
        }
      }
    } catch (IOException | UncheckedIOException e) {
      // So a pseudo-terminal tells that the program has ended.
    }
  }

  /** The number of the process. */
  public long pid() {
    return process.pid();
  }

  /** Sends the keys. */
  public void type(String keys) {
    try {
      OutputStream input = process.getOutputStream();
      input.write(keys.getBytes(StandardCharsets.UTF_8));
      input.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The screen without the blanks and blank lines at its end. */
  public String screen() {
    StringBuilder text = new StringBuilder();
    screen.toString().lines().forEach(line -> text.append(line.stripTrailing()).append('\n'));
    return text.toString().stripTrailing();
  }

  /** Waits until the screen is as wanted, with a limit. */
  public String awaitScreen(Predicate<String> wanted) throws InterruptedException {
    long limit = System.nanoTime() + LIMIT.toNanos();
    while (!wanted.test(screen())) {
      assertThat(System.nanoTime()).as("gave up on this screen:%n%s", screen()).isLessThan(limit);
      screen.waitDirty(20);
    }
    return screen();
  }

  /** Waits until the screen ends so, with a limit. */
  public String awaitEndOfScreen(String end) throws InterruptedException {
    return awaitScreen(text -> text.endsWith(end));
  }

  /** Waits until the program has ended, with a limit; gives its exit code. */
  public int awaitExit() throws InterruptedException {
    assertThat(process.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS))
        .as("still runs:%n%s", screen())
        .isTrue();
    drawing.join(LIMIT.toMillis());
    return process.exitValue();
  }

  /** Ends the program if it still runs. */
  @Override
  public void close() {
    process.destroyForcibly();
  }
}
