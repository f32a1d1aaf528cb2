package io.linkspan.shell;

import io.linkspan.pg.ErrorFields;
import io.linkspan.pg.UserException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Input that a batch runs.
 *
 * @param name put before an error with the line's number; empty for a command of the command line
 * @param file where it is one
 * @param source opens it
 */
public record BatchInput(String name, Optional<Path> file, Source source) {
  /** Opens an input. */
  public interface Source {
    /** A reader from its start. */
    Reader open() throws IOException;
  }

  /** A command of the command line ({@code -c}); its last semicolon may be left out. */
  public static BatchInput command(String text) {
    return new BatchInput("", Optional.empty(), () -> new StringReader(text));
  }

  /** A script file, in UTF-8. */
  public static BatchInput script(Path file) {
    return new BatchInput(file.toString(), Optional.of(file), () -> reader(file));
  }

  /** A file is read as a whole: who changes it meanwhile changes nothing that is under way. */
  private static Reader reader(Path file) throws IOException {
    return Files.isRegularFile(file)
        ? new StringReader(Files.readString(file))
        : Files.newBufferedReader(file);
  }

  /** What comes through a pipe. */
  public static BatchInput text(String name, Reader text) {
    return new BatchInput(name, Optional.empty(), () -> text);
  }

  /** Whether all of it lies there before its first line is carried out. */
  boolean isWhole() {
    return file.filter(Files::isRegularFile).isPresent();
  }

  boolean isCommand() {
    return name.isEmpty();
  }

  /**
   * A reader of its lines.
   *
   * @throws UserException where there is no such file, or it cannot be read
   */
  BufferedReader open() {
    try {
      return new BufferedReader(source.open());
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  UserException unreadable(IOException e) {
    String why = e instanceof NoSuchFileException ? "no such file" : String.valueOf(e.getMessage());
    if (e instanceof java.nio.charset.CharacterCodingException) {
      why = "not in UTF-8";
    }
    ErrorFields fields = ErrorFields.of("could not read file \"" + name + "\": " + why);
    return new UserException(UserException.Kind.USAGE, fields, e);
  }

  /** What stands before an error in that line, 1-based. */
  String place(int line) {
    return isCommand() ? "" : name + ":" + line + ": ";
  }
}
