package io.linkspan.connection;

import io.linkspan.configfile.TomlText;
import io.linkspan.pg.NearestName;
import io.linkspan.pg.UserException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Reads one section {@code [connections.NAME]}. */
final class ConnectionSection {
  /** Keys besides libpq's keywords. */
  private static final List<String> OWN =
      List.of("uri", "conninfo", "database", "reached_by", "read_only", "production");

  private static final String CONNECTIONS = "connections";

  private final TomlText toml;
  private final String name;

  ConnectionSection(TomlText toml, String name) {
    this.toml = toml;
    this.name = name;
  }

  SavedConnection read() {
    if (!toml.isSection(path())) {
      throw error(path(), "\"" + name + "\" is not a section", "Write [connections.NAME].");
    }
    ParsedSettings parts = ParsedSettings.empty();
    ParsedSettings whole = ParsedSettings.empty();
    Optional<ReachedBy> reachedBy = Optional.empty();
    for (String key : toml.keys(path())) {
      switch (key) {
        case "uri", "conninfo" -> whole = at(key, () -> SettingsText.parse(text(key)));
        case "reached_by" -> reachedBy = Optional.of(at(key, () -> ReachedBy.parse(text(key))));
        case "read_only", "production" -> flag(key);
        case "database" -> parts = parts.with(Keyword.DBNAME.text(), text(key));
        default -> {
          requireKeyword(key);
          parts = parts.with(key, text(key));
        }
      }
    }
    ParsedSettings settings = parts.over(whole);
    if (settings.holdSecrets()) {
      throw error(
          path(),
          "connection \"" + name + "\" holds a password",
          "Take it out of the file and put it into ~/.pgpass, or let linkspan ask for it.");
    }
    return new SavedConnection(name, settings, reachedBy, flag("read_only"), flag("production"));
  }

  private void requireKeyword(String key) {
    if (Keyword.named(key).isEmpty()) {
      List<String> known = new ArrayList<>(OWN);
      known.addAll(Keyword.names());
      throw error(
          path(key),
          "unknown key \"" + key + "\" of connection \"" + name + "\"",
          NearestName.hint(key, known)
              .orElse("Keys are libpq's keywords and " + String.join(", ", OWN) + "."));
    }
  }

  private String text(String key) {
    return toml.string(path(key))
        .or(() -> toml.number(path(key)).map(String::valueOf))
        .orElseThrow(
            () ->
                error(
                    path(key),
                    "key \"" + key + "\" is neither text nor a number",
                    "Put it in quotes."));
  }

  private boolean flag(String key) {
    if (toml.has(path(key)) && toml.flag(path(key)).isEmpty()) {
      throw error(path(key), "key \"" + key + "\" is neither true nor false", "Write true.");
    }
    return toml.flag(path(key)).orElse(false);
  }

  private List<String> path() {
    return List.of(CONNECTIONS, name);
  }

  private List<String> path(String key) {
    return List.of(CONNECTIONS, name, key);
  }

  /** Runs the reading of a key's text, and says where the text is when it cannot be read. */
  private <T> T at(String key, Supplier<T> reading) {
    try {
      return reading.get();
    } catch (UserException e) {
      throw error(path(key), e.fields().message(), e.fields().hint().orElse(""));
    }
  }

  private UserException error(List<String> path, String what, String hint) {
    return toml.error(path, what, hint);
  }
}
