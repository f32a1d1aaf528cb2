package io.linkspan.shell;

import io.linkspan.pg.ErrorFields;
import io.linkspan.pg.UserException;
import io.linkspan.report.JUnitReport;
import io.linkspan.session.SessionLog;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;

/** The file that takes a report of what scripts did, whichever way they end. */
public final class JUnitFile implements Runnable {
  private static final String HEAD = "<?xml ";

  private final Path file;
  private final SessionLog session;
  private final AtomicBoolean written = new AtomicBoolean();

  /** A file for what that session will have done. */
  public JUnitFile(Path file, SessionLog session) {
    this.file = file;
    this.session = session;
  }

  /**
   * Empties the report of an earlier run, which would be read if this one were killed.
   *
   * @throws UserException where no file can be written there, or another one is there
   */
  public void prepare() {
    try {
      if (Files.isRegularFile(file)) {
        requireReport();
        Files.writeString(file, "");
      } else if (!Files.exists(file)) {
        Files.createFile(file);
        Files.delete(file);
      }
    } catch (IOException e) {
      throw failed(e);
    }
  }

  /** A script whose name was typed in the wrong place is not lost. */
  private void requireReport() throws IOException {
    if (Files.size(file) > 0) {
      try (InputStream begin = Files.newInputStream(file)) {
        String head = new String(begin.readNBytes(HEAD.length()), StandardCharsets.UTF_8);
        if (!head.equals(HEAD)) {
          throw UserException.usage(
              "file \"%s\" is there already, and is no report".formatted(file),
              "Name another one: --junit FILE");
        }
      }
    }
  }

  /** Writes it, once. */
  @Override
  public void run() {
    if (written.compareAndSet(false, true)) {
      try {
        Files.writeString(file, JUnitReport.of(session.steps()));
      } catch (IOException e) {
        throw failed(e);
      }
    }
  }

  private UserException failed(IOException e) {
    ErrorFields fields =
        ErrorFields.of("could not write file \"%s\"".formatted(file))
            .withDetail(e.getClass().getSimpleName() + ": " + e.getMessage())
            .withHint("Name another one: --junit FILE");
    return new UserException(UserException.Kind.USAGE, fields, e);
  }
}
