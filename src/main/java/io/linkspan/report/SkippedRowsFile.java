package io.linkspan.report;

import io.linkspan.pg.ErrorFields;
import io.linkspan.pg.UserException;
import io.linkspan.run.SkippedRow;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * The file that takes the rows that a run skips. They are written beside it, to a file that nobody
 * but the user may read, which takes its name only when it is closed.
 */
public final class SkippedRowsFile implements AutoCloseable {
  private final Path file;
  private final Path part;
  private final int columns;
  private final Writer out;
  private final SkippedRows written;
  private long rows;
  private boolean ended;

  private SkippedRowsFile(Path file, Path part, List<String> columns) throws IOException {
    this.file = file;
    this.part = part;
    this.columns = columns.size();
    this.out = Files.newBufferedWriter(part);
    String name = file.toString().toLowerCase(Locale.ROOT);
    this.written = SkippedRows.of(name, List.copyOf(columns), out);
  }

  /**
   * Begins the file: JSON, one object a line, where its name ends in {@code .json} or {@code
   * .jsonl}, else CSV.
   *
   * @throws UserException of kind USAGE where the file is there already, or cannot be made
   */
  public static SkippedRowsFile create(Path file, List<String> columns) {
    Path whole = file.toAbsolutePath();
    Path folder = whole.getParent();
    Path name = whole.getFileName();
    if (folder == null || name == null || Files.isDirectory(whole)) {
      throw refused(file, "it is a directory", "Name a file, such as skipped.csv.");
    }
    if (Files.exists(whole, LinkOption.NOFOLLOW_LINKS)) {
      throw alreadyThere(file);
    }
    if (!Files.isDirectory(folder)) {
      throw refused(
          file,
          Files.exists(folder)
              ? "\"" + folder + "\" is no directory"
              : "directory \"" + folder + "\" does not exist",
          "Make the directory, or name a file in another one.");
    }
    try {
      // On POSIX it is for the user alone, as the method promises.
      Path part = Files.createTempFile(folder, "." + name + ".", ".part");
      return begun(whole, part, columns);
    } catch (IOException e) {
      throw refused(file, reason(e), "Name a file in a directory that you may write to.");
    }
  }

  private static SkippedRowsFile begun(Path file, Path part, List<String> columns)
      throws IOException {
    try {
      SkippedRowsFile made = new SkippedRowsFile(file, part, columns);
      made.written.begin();
      return made;
    } catch (IOException | RuntimeException e) {
      Files.deleteIfExists(part);
      throw e;
    }
  }

  /**
   * Writes the rows after those that are there.
   *
   * @throws UserException where they cannot be written, as when the disk is full
   */
  public synchronized void append(List<SkippedRow> more) {
    if (ended) {
      throw new IllegalStateException("rows after the end of the file");
    }
    try {
      for (SkippedRow row : more) {
        if (row.proposed().size() != columns) {
          throw new IllegalArgumentException("a row of other columns than the file");
        }
        written.row(row);
        rows++;
      }
    } catch (IOException | UncheckedIOException e) {
      throw unwritten(e);
    }
  }

  /** How many rows were written. */
  public synchronized long rows() {
    return rows;
  }

  /**
   * Gives the file its name; does nothing after an end.
   *
   * @throws UserException where it cannot have it; the rows are kept in the file beside it, which
   *     the message names
   */
  @Override
  public synchronized void close() {
    if (ended) {
      return;
    }
    ended = true;
    try {
      out.close();
      Files.move(part, file);
    } catch (IOException e) {
      throw unwritten(e);
    }
  }

  /** Leaves no file behind; does nothing after an end. */
  public synchronized void abandon() {
    if (ended) {
      return;
    }
    ended = true;
    try {
      out.close();
    } catch (IOException e) {
      // What could not be written is not wanted any more.
    }
    try {
      Files.deleteIfExists(part);
    } catch (IOException e) {
      throw unwritten(e);
    }
  }

  private UserException unwritten(Exception e) {
    Throwable cause = e instanceof UncheckedIOException && e.getCause() != null ? e.getCause() : e;
    ErrorFields fields =
        ErrorFields.of("could not write file \"" + file + "\": " + reason(cause))
            .withDetail("The rows that were written are in \"" + part + "\".");
    return new UserException(UserException.Kind.USAGE, fields, e);
  }

  private static UserException alreadyThere(Path file) {
    ErrorFields fields =
        ErrorFields.of("file \"" + file + "\" already exists")
            .withDetail("Skipped rows are written to a new file only.")
            .withHint("Name another file, or move that one away.");
    return new UserException(UserException.Kind.USAGE, fields);
  }

  private static UserException refused(Path file, String why, String hint) {
    return UserException.usage("could not write file \"" + file + "\": " + why, hint);
  }

  private static String reason(Throwable e) {
    if (e instanceof AccessDeniedException) {
      return "permission denied";
    }
    if (e instanceof FileAlreadyExistsException) {
      return "it has come to exist meanwhile";
    }
    if (e instanceof FileSystemException failed) {
      // The message would be the name of the file that is written first.
      String why = failed.getReason();
      return why == null ? "no file can be made there" : why;
    }
    return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
  }
}
