package io.linkspan.shell;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.jline.reader.EndOfFileException;
import org.jline.reader.UserInterruptException;
import org.jline.terminal.Terminal;
import org.jline.utils.NonBlockingReader;

/** Reads lines as a terminal gives them that can only go on writing; its driver lets edit them. */
final class DumbLine {
  private static final long MILLISECONDS_BETWEEN_LOOKS = 50;

  private final Terminal terminal;
  private volatile boolean interrupted;

  DumbLine(Terminal terminal) {
    this.terminal = terminal;
  }

  /**
   * Waits for a line after the prompt.
   *
   * @throws UserInterruptException after Ctrl-C
   * @throws EndOfFileException after Ctrl-D
   */
  String read(String prompt) {
    interrupted = false;
    Terminal.SignalHandler handler =
        terminal.handle(Terminal.Signal.INT, signal -> interrupted = true);
    try {
      terminal.writer().write(prompt);
      terminal.flush();
      return typed();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      terminal.handle(Terminal.Signal.INT, handler);
    }
  }

  private String typed() throws IOException {
    StringBuilder text = new StringBuilder();
    while (!interrupted) {
      int c = terminal.reader().read(MILLISECONDS_BETWEEN_LOOKS);
      if (c == '\n' || c == '\r') {
        return text.toString();
      }
      if (c == NonBlockingReader.EOF) {
        throw new EndOfFileException();
      }
      if (c >= 0) {
        text.append((char) c);
      }
    }
    terminal.writer().println();
    throw new UserInterruptException(text.toString());
  }
}
