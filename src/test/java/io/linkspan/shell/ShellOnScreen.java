package io.linkspan.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.linkspan.report.Display;
import io.linkspan.report.Line;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Predicate;
import org.jline.terminal.Size;
import org.jline.terminal.Terminal;
import org.jline.utils.ScreenTerminal;

/** A whole shell on a terminal of 80 columns that exists in memory alone. */
final class ShellOnScreen implements AutoCloseable {
  private static final Duration LIMIT = Duration.ofSeconds(20);

  final FakeConversation conversation = new FakeConversation();
  private final ScreenTerminal.VirtualTerminal virtual;
  private final TerminalConsole console;
  private final Thread thread;
  private volatile int exitCode = -1;

  ShellOnScreen(Path folder, String type, Colours colours) throws IOException {
    this(folder, type, colours, 80);
  }

  ShellOnScreen(Path folder, String type, Colours colours, int columns) throws IOException {
    QuietLoggers.switchOff();
    virtual = ScreenTerminal.withTerminal("test", type, columns, 24);
    StateFolder state = new StateFolder(folder);
    console = new TerminalConsole(virtual.terminal(), conversation, state, colours);
    ConsoleQuestions questions = new ConsoleQuestions(console, false);
    Exchange exchange = new Exchange(conversation, questions, () -> Display.PLAIN, state);
    thread = new Thread(() -> exitCode = new Shell(exchange).run(Line.of("linkspan 0.1")), "shell");
    thread.setDaemon(true);
    thread.start();
  }

  TerminalConsole console() {
    return console;
  }

  /** Types once the prompt stands there that many times. */
  void type(String text) throws IOException {
    virtual.terminal().processInputBytes(text.getBytes(StandardCharsets.UTF_8));
  }

  /** Makes the terminal wider or narrower. */
  void resize(int columns) {
    virtual.screen().setSize(Size.of(columns, 24));
    virtual.terminal().setSize(Size.of(columns, 24));
    virtual.terminal().raise(Terminal.Signal.WINCH);
  }

  /** Has the terminal tell another size than the screen has. */
  void resizeTerminal(int columns, int rows) {
    virtual.terminal().setSize(Size.of(columns, rows));
  }

  /**
   * The screen with a tag before each piece that does not look as the one before it: b bold, d dim,
   * u underlined, i inverse, c in a colour. The cursor is a bar.
   */
  String styled() {
    ScreenTerminal screen = virtual.screen();
    StringBuilder text = new StringBuilder();
    synchronized (screen) {
      int columns = screen.getColumns();
      long[] cells = new long[columns * screen.getRows()];
      int[] cursor = new int[2];
      screen.dump(cells, cursor);
      String before = "";
      for (int i = 0; i < cells.length; i++) {
        String look = look(cells[i]);
        text.append(look.equals(before) ? "" : "<" + look + ">");
        before = look;
        text.append(cursor[1] * columns + cursor[0] == i ? "|" : "");
        text.appendCodePoint(ScreenTerminal.cellCodePoint(cells[i]));
        text.append(i % columns == columns - 1 ? "\n" : "");
      }
    }
    StringBuilder stripped = new StringBuilder();
    text.toString().lines().forEach(l -> stripped.append(l.stripTrailing()).append('\n'));
    return stripped.toString().stripTrailing();
  }

  private static String look(long cell) {
    return (ScreenTerminal.cellBold(cell) ? "b" : "")
        + (ScreenTerminal.cellDim(cell) ? "d" : "")
        + (ScreenTerminal.cellUnderline(cell) ? "u" : "")
        + (ScreenTerminal.cellInverse(cell) ? "i" : "")
        + (ScreenTerminal.cellHasForeground(cell) ? "c" : "");
  }

  /** Waits until the screen looks so. */
  String awaitStyled(Predicate<String> wanted) throws InterruptedException {
    awaitScreen(screen -> wanted.test(styled()));
    return styled();
  }

  /** The screen without the blanks and blank lines at its end. */
  String screen() {
    StringBuilder text = new StringBuilder();
    virtual.screen().toString().lines().forEach(l -> text.append(l.stripTrailing()).append('\n'));
    return text.toString().stripTrailing();
  }

  String awaitScreen(Predicate<String> wanted) throws InterruptedException {
    long limit = System.nanoTime() + LIMIT.toNanos();
    String screen = screen();
    while (!wanted.test(screen)) {
      assertThat(System.nanoTime()).as("gave up on this screen:%n%s", screen).isLessThan(limit);
      virtual.screen().waitDirty(20);
      screen = screen();
    }
    return screen;
  }

  String awaitEndOfScreen(String end) throws InterruptedException {
    return awaitScreen(screen -> screen.endsWith(end));
  }

  int awaitExit() throws InterruptedException {
    thread.join(LIMIT.toMillis());
    assertThat(thread.isAlive()).as("still runs:%n%s", screen()).isFalse();
    return exitCode;
  }

  @Override
  public void close() throws IOException {
    virtual.terminal().close();
    try {
      // It may still write its history.
      thread.join(LIMIT.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
