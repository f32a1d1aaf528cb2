package io.linkspan.configfile;

import io.linkspan.pg.ErrorFields;
import io.linkspan.pg.UserException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.tomlj.Toml;
import org.tomlj.TomlArray;
import org.tomlj.TomlParseError;
import org.tomlj.TomlParseResult;
import org.tomlj.TomlPosition;
import org.tomlj.TomlTable;

/** The text of a configuration file, and what it says at each path of keys. */
public final class TomlText {
  private final Path file;
  private final String text;
  private final TomlParseResult toml;

  private TomlText(Path file, String text, TomlParseResult toml) {
    this.file = file;
    this.text = text;
    this.toml = toml;
  }

  /**
   * Takes a text apart.
   *
   * @param file for messages
   * @throws UserException where it is not TOML
   */
  public static TomlText parse(Path file, String text) {
    TomlText parsed = new TomlText(file, text, Toml.parse(text));
    parsed.toml.errors().stream().findFirst().ifPresent(parsed::reject);
    return parsed;
  }

  private void reject(TomlParseError error) {
    // What was found is left out: it may be a password that somebody wrote there.
    String message = String.valueOf(error.getMessage());
    int expected = message.indexOf("expected ");
    String hint =
        message.contains("a boolean")
            ? "There, write a text in quotes, a number, true or false."
            : expected >= 0
                ? "There, TOML " + message.substring(expected) + "."
                : message.contains("previously defined")
                    ? "It is there twice; take one of them out."
                    : "Write it as TOML 1.0.";
    throw UserException.usage(
        "could not read configuration file \"%s\": line %d, column %d"
            .formatted(file, error.position().line(), error.position().column()),
        hint);
  }

  /** The file that the text is of. */
  public Path file() {
    return file;
  }

  /** The text as it stands there. */
  public String text() {
    return text;
  }

  /** The same file with another text. */
  public TomlText with(String other) {
    return parse(file, other);
  }

  /** Whether anything stands at the path. */
  public boolean has(List<String> path) {
    return toml.get(path) != null;
  }

  /** Whether a section or a table in braces stands at the path. */
  public boolean isSection(List<String> path) {
    return path.isEmpty() || toml.get(path) instanceof TomlTable;
  }

  /** The keys of the section at the path, in the order of the text; none where there is none. */
  public Set<String> keys(List<String> path) {
    if (path.isEmpty()) {
      return toml.keySet();
    }
    return toml.get(path) instanceof TomlTable table ? table.keySet() : Set.of();
  }

  /** The text at the path. */
  public Optional<String> string(List<String> path) {
    return toml.get(path) instanceof String value ? Optional.of(value) : Optional.empty();
  }

  /** The whole number at the path. */
  public Optional<Long> number(List<String> path) {
    return toml.get(path) instanceof Long value ? Optional.of(value) : Optional.empty();
  }

  /** The switch at the path. */
  public Optional<Boolean> flag(List<String> path) {
    return toml.get(path) instanceof Boolean value ? Optional.of(value) : Optional.empty();
  }

  /** What kind of value stands at the path, such as {@code an array}. */
  String kind(List<String> path) {
    Object value = toml.get(path);
    return value instanceof TomlTable
        ? "a section"
        : value instanceof TomlArray ? "an array" : String.valueOf(value);
  }

  /** All that stands at a key of the top, as JSON, to be compared. */
  String json(String key) {
    Object value = toml.get(List.of(key));
    return value instanceof TomlTable table
        ? table.toJson()
        : value instanceof TomlArray array ? array.toJson() : String.valueOf(value);
  }

  /** A mistake at the path, to be thrown. */
  public UserException error(List<String> path, String what, String hint) {
    TomlPosition position = toml.inputPositionOf(path);
    String place =
        position == null ? "" : ", line " + position.line() + ", column " + position.column();
    return new UserException(
        UserException.Kind.USAGE,
        ErrorFields.of(what)
            .withDetail("Configuration file \"" + file + "\"" + place + ".")
            .withHint(hint));
  }
}
