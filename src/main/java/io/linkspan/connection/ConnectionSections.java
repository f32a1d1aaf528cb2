package io.linkspan.connection;

import io.linkspan.configfile.SectionLines;
import io.linkspan.configfile.TomlText;
import io.linkspan.pg.UserException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The sections {@code [connections.NAME]} of a configuration file's text. An edit changes the lines
 * of one section and leaves every other byte as it was.
 */
final class ConnectionSections {
  private static final String CONNECTIONS = "connections";

  private final TomlText toml;

  ConnectionSections(TomlText toml) {
    this.toml = toml;
  }

  /** All connections, in the order of the text. */
  List<SavedConnection> read() {
    List<String> path = List.of(CONNECTIONS);
    if (toml.has(path) && !toml.isSection(path)) {
      throw toml.error(path, "\"connections\" is not a section", "Write [connections.NAME].");
    }
    return toml.keys(path).stream().map(name -> new ConnectionSection(toml, name).read()).toList();
  }

  /** The text with the connection in it. */
  String with(SavedConnection connection) {
    read();
    String text = toml.text();
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
    List<String> path = List.of(CONNECTIONS, name);
    return toml.has(path)
        ? Optional.of(SectionLines.find(toml.text(), path).orElseThrow(() -> byHand(name)))
        : Optional.empty();
  }

  /** Never writes a text that says anything else of the other connections. */
  private String checked(String after, String name, boolean present) {
    List<SavedConnection> others = new ArrayList<>(new ConnectionSections(toml.with(after)).read());
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
        "could not change connection \"%s\" in configuration file \"%s\""
            .formatted(name, toml.file()),
        "It is not written as a section of its own; edit the file by hand.");
  }
}
