package io.linkspan.connection;

import io.linkspan.pg.UserException;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The connections in the user's configuration file, {@code $XDG_CONFIG_HOME/linkspan/config.toml}.
 * Every call reads the file; what a call writes is there in full or not at all.
 */
public final class SavedConnections {
  private final Path file;

  public SavedConnections(Path file) {
    this.file = file;
  }

  /** Those of the user's own configuration file (XDG Base Directory Specification). */
  public static SavedConnections of(Environment environment) {
    Path directory =
        environment
            .variable("XDG_CONFIG_HOME")
            .map(Path::of)
            .filter(Path::isAbsolute)
            .orElse(environment.home().resolve(".config"));
    return new SavedConnections(directory.resolve("linkspan").resolve("config.toml"));
  }

  /** The configuration file, which need not be there. */
  public Path file() {
    return file;
  }

  /** All, in the order of the file. */
  public List<SavedConnection> all() {
    return new ConnectionSections(file, text()).read();
  }

  /** The connection of this name. */
  public Optional<SavedConnection> named(String name) {
    return all().stream().filter(connection -> connection.name().equals(name)).findFirst();
  }

  /** Adds the connection, or puts it in the place of the one that has its name. */
  public void save(SavedConnection connection) {
    String before = text();
    ConnectionSections sections = new ConnectionSections(file, before);
    write(sections.with(connection));
  }

  /** Removes the connection of this name; false where there is none. */
  public boolean forget(String name) {
    ConnectionSections sections = new ConnectionSections(file, text());
    Optional<String> after = sections.without(name);
    after.ifPresent(this::write);
    return after.isPresent();
  }

  private String text() {
    try {
      return Files.exists(file) ? Files.readString(file) : "";
    } catch (CharacterCodingException e) {
      throw UserException.usage(
          "configuration file \"" + file + "\" is not text in UTF-8", "Save it in UTF-8.");
    } catch (IOException e) {
      throw UserException.usage(
          "could not read configuration file \"" + file + "\"", "Make it readable for you.");
    }
  }

  private void write(String text) {
    try {
      PrivateFile.replace(file, text);
    } catch (IOException e) {
      throw UserException.usage(
          "could not write configuration file \"" + file + "\"",
          "Make its directory writable for you.");
    }
  }
}
