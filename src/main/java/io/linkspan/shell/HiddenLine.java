package io.linkspan.shell;

import java.io.IOException;
import java.io.Writer;
import java.util.Optional;
import org.jline.reader.UserInterruptException;
import org.jline.terminal.Attributes;
import org.jline.terminal.Attributes.LocalFlag;
import org.jline.terminal.Terminal;
import org.jline.utils.NonBlockingReader;

/**
 * A line that is typed without echo on a dumb terminal, where the line reader would only write the
 * prompt over it again and again (seen with JLine 4.5.0).
 */
final class HiddenLine {
  private static final long MILLISECONDS_BETWEEN_LOOKS = 100;

  private final Terminal terminal;
  private volatile boolean interrupted;

  HiddenLine(Terminal terminal) {
    this.terminal = terminal;
  }

  /**
   * Waits for the line; empty at the end of input.
   *
   * @throws UserInterruptException after Ctrl-C
   */
  Optional<String> read(String prompt) throws IOException {
    Attributes before = terminal.getAttributes();
    if (!before.getLocalFlag(LocalFlag.ECHO)) {
      return throughTheProcess(prompt);
    }
    Attributes silent = new Attributes(before);
    silent.setLocalFlag(LocalFlag.ECHO, false);
    Terminal.SignalHandler handler =
        terminal.handle(Terminal.Signal.INT, signal -> interrupted = true);
    terminal.setAttributes(silent);
    try {
      show(prompt);
      return typed();
    } finally {
      terminal.setAttributes(before);
      terminal.handle(Terminal.Signal.INT, handler);
      show("\n");
    }
  }

  /** The library's own dumb terminal has no attributes and so cannot switch the echo off. */
  private static Optional<String> throughTheProcess(String prompt) {
    return Optional.ofNullable(System.console())
        .map(console -> console.readPassword("%s", prompt))
        .map(String::new);
  }

  private void show(String text) throws IOException {
    Writer out = terminal.writer();
    out.write(text);
    out.flush();
  }

  private Optional<String> typed() throws IOException {
    StringBuilder text = new StringBuilder();
    while (!interrupted) {
      int c = terminal.reader().read(MILLISECONDS_BETWEEN_LOOKS);
      if (c == '\n' || c == '\r') {
        return Optional.of(text.toString());
      }
      if (c == NonBlockingReader.EOF) {
        return Optional.empty();
      }
      if (c >= 0) {
        text.append((char) c);
      }
    }
    throw new UserInterruptException("");
  }
}
