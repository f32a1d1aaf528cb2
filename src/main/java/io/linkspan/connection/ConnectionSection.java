package io.linkspan.connection;

import io.linkspan.pg.ErrorFields;
import io.linkspan.pg.NearestName;
import io.linkspan.pg.UserException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.tomlj.TomlPosition;
import org.tomlj.TomlTable;

/** Reads one section {@code [connections.NAME]}. */
final class ConnectionSection {
  /** Keys besides libpq's keywords. */
  private static final List<String> OWN =
      List.of("uri", "conninfo", "database", "reached_by", "read_only", "production");

  private final Path file;
  private final String name;
  private final TomlTable connections;

  ConnectionSection(Path file, String name, TomlTable connections) {
    this.file = file;
    this.name = name;
    this.connections = connections;
  }

  SavedConnection read() {
    if (!(connections.get(List.of(name)) instanceof TomlTable section)) {
      throw error(List.of(name), "\"" + name + "\" is not a section", "Write [connections.NAME].");
    }
    ParsedSettings parts = ParsedSettings.empty();
    ParsedSettings whole = ParsedSettings.empty();
    Optional<ReachedBy> reachedBy = Optional.empty();
    for (String key : section.keySet()) {
      switch (key) {
        case "uri", "conninfo" -> whole = at(key, () -> SettingsText.parse(text(section, key)));
        case "reached_by" ->
            reachedBy = Optional.of(at(key, () -> ReachedBy.parse(text(section, key))));
        case "read_only", "production" -> flag(section, key);
        case "database" -> parts = parts.with(Keyword.DBNAME.text(), text(section, key));
        default -> {
          requireKeyword(key);
          parts = parts.with(key, text(section, key));
        }
      }
    }
    ParsedSettings settings = parts.over(whole);
    if (settings.holdSecrets()) {
      throw error(
          List.of(name),
          "connection \"" + name + "\" holds a password",
          "Take it out of the file and put it into ~/.pgpass, or let linkspan ask for it.");
    }
    return new SavedConnection(
        name, settings, reachedBy, flag(section, "read_only"), flag(section, "production"));
  }

  private void requireKeyword(String key) {
    if (Keyword.named(key).isEmpty()) {
      List<String> known = new ArrayList<>(OWN);
      known.addAll(Keyword.names());
      throw error(
          List.of(name, key),
          "unknown key \"" + key + "\" of connection \"" + name + "\"",
          NearestName.hint(key, known)
              .orElse("Keys are libpq's keywords and " + String.join(", ", OWN) + "."));
    }
  }

  private String text(TomlTable section, String key) {
    Object value = section.get(List.of(key));
    if (value instanceof String || value instanceof Long) {
      return value.toString();
    }
    throw error(
        List.of(name, key),
        "key \"" + key + "\" is neither text nor a number",
        "Put it in quotes.");
  }

  private boolean flag(TomlTable section, String key) {
    Object value = section.get(List.of(key));
    if (value != null && !(value instanceof Boolean)) {
      throw error(
          List.of(name, key), "key \"" + key + "\" is neither true nor false", "Write true.");
    }
    return Boolean.TRUE.equals(value);
  }

  /** Runs the reading of a key's text, and says where the text is when it cannot be read. */
  private <T> T at(String key, Supplier<T> reading) {
    try {
      return reading.get();
    } catch (UserException e) {
      throw error(List.of(name, key), e.fields().message(), e.fields().hint().orElse(""));
    }
  }

  private UserException error(List<String> path, String what, String hint) {
    TomlPosition position = connections.inputPositionOf(path);
    String place =
        position == null ? "" : ", line " + position.line() + ", column " + position.column();
    return new UserException(
        UserException.Kind.USAGE,
        ErrorFields.of(what)
            .withDetail("Configuration file \"" + file + "\"" + place + ".")
            .withHint(hint));
  }
}
