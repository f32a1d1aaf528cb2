package io.linkspan.connection;

import io.linkspan.configfile.ConfigurationFile;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * What the process was started in.
 *
 * @param user the name of the operating system's user
 * @param directory the current directory, from which relative paths count
 */
public record Environment(Map<String, String> variables, Path home, String user, Path directory) {
  public Environment {
    variables = Map.copyOf(variables);
  }

  /** That of this process; HOME goes before the password database, as in libpq since 14. */
  public static Environment ofProcess() {
    Map<String, String> variables = System.getenv();
    return new Environment(
        variables,
        Path.of(variables.getOrDefault("HOME", System.getProperty("user.home", "."))),
        System.getProperty("user.name", "postgres"),
        Path.of("").toAbsolutePath());
  }

  /** A variable that is set and not empty. */
  public Optional<String> variable(String name) {
    return Optional.ofNullable(variables.get(name)).filter(value -> !value.isEmpty());
  }

  /** The user's configuration file, which need not be there. */
  public ConfigurationFile configuration() {
    return ConfigurationFile.of(variables, home);
  }

  /**
   * The folder for what is kept between sessions (XDG Base Directory Specification); it need not be
   * there.
   */
  public Path stateFolder() {
    return stateFolder(variables, home);
  }

  /** The same for other variables. */
  public static Path stateFolder(Map<String, String> variables, Path home) {
    Path configured = Path.of(variables.getOrDefault("XDG_STATE_HOME", ""));
    Path state = configured.isAbsolute() ? configured : home.resolve(".local").resolve("state");
    return state.resolve("linkspan");
  }

  /** The file or directory of this name. */
  public Path path(String name) {
    return directory.resolve(name);
  }

  /** Without the variables, one of which may be PGPASSWORD. */
  @Override
  public String toString() {
    return "environment of " + user + " in " + directory;
  }
}
