package io.linkspan.connection;

import io.linkspan.configfile.ConfigurationFile;
import io.linkspan.configfile.TomlText;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The connections in the user's configuration file. Every call reads the file; what a call writes
 * is there in full or not at all.
 */
public final class SavedConnections {
  private final ConfigurationFile file;

  public SavedConnections(Path file) {
    this.file = new ConfigurationFile(file);
  }

  /** Those of the user's own configuration file. */
  public static SavedConnections of(Environment environment) {
    return new SavedConnections(environment.configuration().path());
  }

  /** Those that a text has which was read already. */
  public static List<SavedConnection> in(TomlText text) {
    return new ConnectionSections(text).read();
  }

  /** The configuration file, which need not be there. */
  public Path file() {
    return file.path();
  }

  /** All, in the order of the file. */
  public List<SavedConnection> all() {
    // The library's first use takes as long as opening a terminal does.
    return file.exists() ? in(file.read()) : List.of();
  }

  /** The connection of this name. */
  public Optional<SavedConnection> named(String name) {
    return all().stream().filter(connection -> connection.name().equals(name)).findFirst();
  }

  /** Adds the connection, or puts it in the place of the one that has its name. */
  public void save(SavedConnection connection) {
    file.write(new ConnectionSections(file.read()).with(connection));
  }

  /** Removes the connection of this name; false where there is none. */
  public boolean forget(String name) {
    Optional<String> after = new ConnectionSections(file.read()).without(name);
    after.ifPresent(file::write);
    return after.isPresent();
  }
}
