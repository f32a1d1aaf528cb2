package io.linkspan.command;

import io.linkspan.connection.Environment;
import io.linkspan.pg.UserException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** Where a file is that a command names. */
final class FilePath {
  private FilePath() {}

  /**
   * The path, from the directory that the shell was started in; {@code ~/} is the home.
   *
   * @throws UserException where no file can have that name
   */
  static Path of(Environment environment, String file) {
    String home = environment.home().toString();
    try {
      Path path = Path.of(file.startsWith("~/") ? home + file.substring(1) : file);
      return environment.directory().resolve(path);
    } catch (InvalidPathException e) {
      throw UserException.usage(
          "no file can have that name: " + e.getReason(), "Type the name of a file.");
    }
  }
}
