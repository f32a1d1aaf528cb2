package io.linkspan.shell;

import io.linkspan.report.Visible;
import java.io.IOException;
import java.io.Writer;

/** A writer to a terminal that spells out what would steer it. */
final class VisibleWriter extends Writer {
  private final Writer out;

  VisibleWriter(Writer out) {
    this.out = out;
  }

  @Override
  public void write(char[] text, int from, int length) throws IOException {
    out.write(Visible.text(new String(text, from, length)));
  }

  @Override
  public void flush() throws IOException {
    out.flush();
  }

  /** The terminal outlives what is written to it. */
  @Override
  public void close() throws IOException {
    flush();
  }
}
