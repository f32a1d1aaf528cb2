package io.linkspan.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.pty4j.PtyProcess;
import com.pty4j.PtyProcessBuilder;
import com.pty4j.WinSize;
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
import org.jline.terminal.Size;
import org.jline.utils.ScreenTerminal;

/** A program in a pseudo-terminal, 100 columns and 30 rows if not told, and what it draws. */
public final class PtyProgram implements AutoCloseable {
  private static final int COLUMNS = 100;
  private static final int ROWS = 30;
  private static final Duration LIMIT = Duration.ofMinutes(1);
  private static final Duration ANSWERED = Duration.ofSeconds(2);

  private final PtyProcess process;
  private final ScreenTerminal screen;
  private final Thread drawing;
  private volatile long lastDrawn = System.nanoTime();
  private volatile long lastTyped = lastDrawn;

  private PtyProgram(PtyProcess process, int columns, int rows) {
    this.process = process;
    this.screen = new ScreenTerminal(columns, rows);
    this.drawing = new Thread(this::draw, "drawing");
    drawing.setDaemon(true);
    drawing.start();
  }

  /** Starts it with these variables alone. */
  public static PtyProgram start(List<String> command, Map<String, String> environment) {
    return start(command, environment, COLUMNS, ROWS);
  }

  /** Starts it with these variables alone, in a terminal of this size. */
  public static PtyProgram start(
      List<String> command, Map<String, String> environment, int columns, int rows) {
    try {
      return new PtyProgram(
          new PtyProcessBuilder(command.toArray(String[]::new))
              .setEnvironment(environment)
              .setInitialColumns(columns)
              .setInitialRows(rows)
              .start(),
          columns,
          rows);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void draw() {
    char[] buffer = new char[8192];
    try (Reader output = new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8)) {
      for (int length = output.read(buffer); length >= 0; length = output.read(buffer)) {
        screen.write(new String(buffer, 0, length));
        lastDrawn = System.nanoTime();
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
      lastTyped = System.nanoTime();
      OutputStream input = process.getOutputStream();
      input.write(keys.getBytes(StandardCharsets.UTF_8));
      input.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Gives the terminal another size, as the user does who pulls at its corner. */
  public void resize(int columns, int rows) {
    lastTyped = System.nanoTime();
    screen.setSize(Size.of(columns, rows));
    process.setWinSize(new WinSize(columns, rows));
  }

  /**
   * How long nothing has been drawn; nothing at all as long as what was typed last has not been
   * answered by anything drawn, which is waited for so long as a slow machine may take.
   */
  public Duration quiet() {
    long now = System.nanoTime();
    boolean answered = lastDrawn - lastTyped > 0 || now - lastTyped > ANSWERED.toNanos();
    return answered ? Duration.ofNanos(now - lastDrawn) : Duration.ZERO;
  }

  /** The screen cell by cell. */
  public ScreenCells cells() {
    synchronized (screen) {
      long[] cells = new long[screen.getColumns() * screen.getRows()];
      int[] cursor = new int[2];
      screen.dump(cells, cursor);
      return new ScreenCells(screen.getColumns(), screen.getRows(), cells, cursor[0], cursor[1]);
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
