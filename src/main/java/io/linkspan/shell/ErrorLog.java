package io.linkspan.shell;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;

/** The file that takes the traces of internal errors; nobody but the user may read it. */
final class ErrorLog {
  private final Path file;

  ErrorLog(Path file) {
    this.file = file;
  }

  /** Keeps the trace; says where the details are, for the message on the screen. */
  String keep(Throwable bug) {
    try {
      StateFolder.prepare(file);
      try (PrintWriter out =
          new PrintWriter(Files.newBufferedWriter(file, StandardOpenOption.APPEND))) {
        out.println(Instant.now());
        bug.printStackTrace(out);
      }
      return "details in " + file;
    } catch (IOException e) {
      return "details could not be written to " + file;
    }
  }
}
