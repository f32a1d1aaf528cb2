package io.linkspan.shell;

import io.linkspan.report.Line;
import java.io.Writer;
import java.util.function.Consumer;

/** Cuts what is written into lines. */
final class LineWriter extends Writer {
  private final Consumer<Line> lines;
  private final StringBuilder begun = new StringBuilder();

  LineWriter(Consumer<Line> lines) {
    this.lines = lines;
  }

  @Override
  public void write(char[] text, int from, int length) {
    for (int i = from; i < from + length; i++) {
      if (text[i] == '\n') {
        lines.accept(Line.of(begun.toString()));
        begun.setLength(0);
      } else {
        begun.append(text[i]);
      }
    }
  }

  @Override
  public void flush() {}

  /** Writes the last line, where no line end came after it. */
  @Override
  public void close() {
    if (!begun.isEmpty()) {
      lines.accept(Line.of(begun.toString()));
      begun.setLength(0);
    }
  }
}
