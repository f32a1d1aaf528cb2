package io.linkspan.shell;

import io.linkspan.pg.ErrorFields;
import io.linkspan.pg.UserException;
import java.io.IOException;
import java.io.Writer;

/**
 * A writer whose failures, such as a reader of the pipe that went away, are told to the user, once.
 */
final class OutputWriter extends Writer {
  private final Writer out;
  private boolean broken;

  OutputWriter(Writer out) {
    this.out = out;
  }

  void print(String text) {
    write(text, 0, text.length());
  }

  @Override
  public void write(char[] text, int from, int length) {
    carryOut(() -> out.write(text, from, length));
  }

  @Override
  public void write(String text, int from, int length) {
    carryOut(() -> out.write(text, from, length));
  }

  @Override
  public void flush() {
    carryOut(out::flush);
  }

  @Override
  public void close() {
    carryOut(out::close);
  }

  private synchronized void carryOut(Output output) {
    if (broken) {
      return;
    }
    try {
      output.run();
    } catch (IOException e) {
      broken = true;
      ErrorFields fields = ErrorFields.of("could not write output: " + e.getMessage());
      throw new UserException(UserException.Kind.INTERRUPTED, fields, e);
    }
  }

  private interface Output {
    void run() throws IOException;
  }
}
