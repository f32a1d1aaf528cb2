package io.linkspan.command;

import io.linkspan.connection.Environment;
import java.nio.file.Path;

/** Where a file is that a command names. */
final class FilePath {
  private FilePath() {}

  /** The path, from the directory that the shell was started in; {@code ~/} is the home. */
  static Path of(Environment environment, String file) {
    String home = environment.home().toString();
    Path path = Path.of(file.startsWith("~/") ? home + file.substring(1) : file);
    return environment.directory().resolve(path);
  }
}
