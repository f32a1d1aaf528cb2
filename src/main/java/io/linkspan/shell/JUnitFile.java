package io.linkspan.shell;

import io.linkspan.pg.ErrorFields;
import io.linkspan.pg.UserException;
import io.linkspan.report.JUnitReport;
import io.linkspan.session.SessionLog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;

/** The file that takes a report of what scripts did, whichever way they end. */
public final class JUnitFile implements Runnable {
  private final Path file;
  private final SessionLog session;
  private final AtomicBoolean written = new AtomicBoolean();

  /** A file for what that session will have done. */
  public JUnitFile(Path file, SessionLog session) {
    this.file = file;
    this.session = session;
  }

  /**
   * Takes away the report of an earlier run, which would be read if this one were killed.
   *
   * @throws UserException where no file can be written there
   */
  public void prepare() {
    try {
      Files.deleteIfExists(file);
      Files.createFile(file);
      Files.delete(file);
    } catch (IOException e) {
      throw failed(e);
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
