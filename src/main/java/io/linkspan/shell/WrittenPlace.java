package io.linkspan.shell;

import io.linkspan.command.Destination;
import io.linkspan.pg.ErrorFields;
import io.linkspan.pg.UserException;
import io.linkspan.report.Line;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** A file, or the input of a program. */
final class WrittenPlace implements ResultPlace {
  private final Writer out;
  private final Optional<Process> program;
  private volatile boolean enough;

  private WrittenPlace(Writer out, Optional<Process> program) {
    this.out = out;
    this.program = program;
  }

  /**
   * Opens it.
   *
   * @param console is flushed before a program writes to the same terminal
   * @throws UserException where it cannot be opened
   */
  static WrittenPlace open(Destination destination, Console console) {
    if (destination instanceof Destination.OfFile file) {
      return ofFile(file.file());
    }
    Destination.OfProgram asked = (Destination.OfProgram) destination;
    try {
      console.flush();
      Process process =
          new ProcessBuilder("/bin/sh", "-c", asked.command())
              .directory(asked.directory().toFile())
              .redirectOutput(ProcessBuilder.Redirect.INHERIT)
              .redirectError(ProcessBuilder.Redirect.INHERIT)
              .start();
      Writer out =
          new BufferedWriter(
              new OutputStreamWriter(process.getOutputStream(), StandardCharsets.UTF_8));
      return new WrittenPlace(out, Optional.of(process));
    } catch (IOException e) {
      throw failed("could not start \"%s\"".formatted(asked.command()), e);
    }
  }

  private static WrittenPlace ofFile(Path file) {
    try {
      return new WrittenPlace(Files.newBufferedWriter(file), Optional.empty());
    } catch (IOException e) {
      throw failed("could not write file \"%s\"".formatted(file), e);
    }
  }

  private static UserException failed(String what, IOException e) {
    String why =
        e instanceof NoSuchFileException
            ? "no such directory"
            : e instanceof AccessDeniedException
                ? "permission denied"
                : String.valueOf(e.getMessage());
    return new UserException(UserException.Kind.USAGE, ErrorFields.of(what + ": " + why), e);
  }

  @Override
  public void line(Line line) {
    print(line.text() + "\n");
  }

  private void print(String text) {
    carryOut(() -> out.write(text));
  }

  @Override
  public Writer data() {
    return new Writer() {
      @Override
      public void write(char[] text, int from, int length) {
        carryOut(() -> out.write(text, from, length));
      }

      @Override
      public void flush() {}

      @Override
      public void close() {}
    };
  }

  /** A program that takes no more has had enough; a file that takes no more is an error. */
  private void carryOut(Output output) {
    if (enough) {
      return;
    }
    try {
      output.run();
    } catch (IOException e) {
      enough = true;
      if (program.isEmpty()) {
        throw failed("could not write results", e);
      }
    }
  }

  @Override
  public boolean enough() {
    return enough;
  }

  /** What was written so far can be read then. */
  void flush() {
    carryOut(out::flush);
  }

  @Override
  public void close() {
    carryOut(out::close);
    program.ifPresent(Waiting::forEnd);
  }

  /** Ends the program at once; a file is left as it is. */
  void interrupt() {
    program.filter(Process::isAlive).ifPresent(Waiting::end);
  }

  /** Closes it in a hurry: a program that has not ended by then is ended. */
  void close(Duration patience) {
    if (program.isEmpty()) {
      close();
      return;
    }
    // A program that does not read keeps what is written last waiting.
    Thread closing = new Thread(() -> carryOut(out::close), "closing");
    closing.setDaemon(true);
    closing.start();
    try {
      program.get().waitFor(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    interrupt();
  }

  private interface Output {
    void run() throws IOException;
  }
}
