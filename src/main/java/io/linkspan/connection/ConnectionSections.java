package io.linkspan.connection;

import io.linkspan.pg.UserException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tomlj.Toml;
import org.tomlj.TomlParseError;
import org.tomlj.TomlParseResult;
import org.tomlj.TomlTable;

/**
 * The sections {@code [connections.NAME]} of a configuration file's text. An edit changes the lines
 * of one section and leaves every other byte as it was.
 */
final class ConnectionSections {
  private static final String CONNECTIONS = "connections";

  private final Path file;
  private final String text;
  private final TomlParseResult toml;

  /** Takes a text apart; the file is for messages. */
  ConnectionSections(Path file, String text) {
    this.file = file;
    this.text = text;
    this.toml = Toml.parse(text);
    toml.errors().stream().findFirst().ifPresent(this::reject);
  }

  private void reject(TomlParseError error) {
    // What was found is left out: it may be a password that somebody wrote there.
    String message = String.valueOf(error.getMessage());
    int expected = message.indexOf("expected ");
    throw UserException.usage(
        "could not read configuration file \""
            + file
            + "\": line "
            + error.position().line()
            + ", column "
            + error.position().column(),
        expected < 0
            ? "Write it as TOML 1.0."
            : "There, TOML " + message.substring(expected) + ".");
  }

  /** All connections, in the order of the text. */
  List<SavedConnection> read() {
    List<SavedConnection> connections = new ArrayList<>();
    Object section = toml.get(List.of(CONNECTIONS));
    if (section instanceof TomlTable table) {
      for (String name : table.keySet()) {
        connections.add(new ConnectionSection(file, name, table).read());
      }
    } else if (section != null) {
      throw UserException.usage(
          "\"connections\" in configuration file \"" + file + "\" is not a section",
          "Write [connections.NAME].");
    }
    return connections;
  }

  /** The text with the connection in it. */
  String with(SavedConnection connection) {
    read();
    String lineEnd = text.contains("\r\n") ? "\r\n" : "\n";
    String section = SectionText.render(connection).replace("\n", lineEnd);
    Optional<SectionLines> old = lines(connection.name());
    if (old.isPresent()) {
      return checked(old.get().replaced(section), connection.name(), true);
    }
    String gap = text.isEmpty() ? "" : text.endsWith("\n") ? lineEnd : lineEnd + lineEnd;
    return checked(text + gap + section, connection.name(), true);
  }

  /** The text without the connection; empty where there is none of this name. */
  Optional<String> without(String name) {
    return lines(name).map(lines -> checked(lines.removed(), name, false));
  }

  private Optional<SectionLines> lines(String name) {
    if (!(toml.get(List.of(CONNECTIONS)) instanceof TomlTable table)
        || !table.keySet().contains(name)) {
      return Optional.empty();
    }
    return Optional.of(
        SectionLines.find(text, List.of(CONNECTIONS, name)).orElseThrow(() -> byHand(name)));
  }

  /** Never writes a text that says anything else of the other connections. */
  private String checked(String after, String name, boolean present) {
    List<SavedConnection> others = new ArrayList<>(new ConnectionSections(file, after).read());
    boolean found = others.removeIf(connection -> connection.name().equals(name));
    List<SavedConnection> before = new ArrayList<>(read());
    before.removeIf(connection -> connection.name().equals(name));
    if (found != present || !others.equals(before)) {
      throw byHand(name);
    }
    return after;
  }

  private UserException byHand(String name) {
    return UserException.usage(
        "could not change connection \"" + name + "\" in configuration file \"" + file + "\"",
        "It is not written as a section of its own; edit the file by hand.");
  }
}
