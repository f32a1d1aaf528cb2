package io.linkspan.command;

import io.linkspan.catalog.NamePattern;
import io.linkspan.connection.OpenConnection;
import io.linkspan.connection.OpenConnections;
import io.linkspan.connection.Session;
import io.linkspan.pg.UserException;
import io.linkspan.report.Side;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Which sides a list is asked of, and which names in it: {@code archive:us*} is one side.
 *
 * @param text what was typed after the connection's name: patterns in psql's manner
 */
record Sides(List<OpenConnection> connections, String text) {
  /** Two colons are a cast, not a connection. */
  private static final Pattern PREFIX =
      Pattern.compile("([A-Za-z_][A-Za-z0-9_-]*):(?!:)(.*)", Pattern.DOTALL);

  Sides {
    connections = List.copyOf(connections);
  }

  /** Reads connection and pattern from what was typed; without a connection, both ends. */
  static Sides parse(String rest, OpenConnections connections) {
    List<OpenConnection> route =
        Stream.concat(connections.source().stream(), connections.target().stream())
            .distinct()
            .toList();
    return parse(rest, connections, route);
  }

  /** The same, where no connection named means the current one alone. */
  static Sides parseOne(String rest, OpenConnections connections) {
    return parse(rest, connections, List.of());
  }

  private static Sides parse(
      String rest, OpenConnections connections, List<OpenConnection> unnamed) {
    String text = rest.strip();
    Matcher prefix = PREFIX.matcher(text);
    if (prefix.matches()) {
      return new Sides(List.of(connections.named(prefix.group(1))), prefix.group(2).strip());
    }
    return new Sides(unnamed.isEmpty() ? List.of(connections.current()) : unnamed, text);
  }

  /** Reads from each side's prompt session. */
  <T> List<Side<T>> read(Function<Session, T> reader) {
    return connections.stream()
        .map(connection -> new Side<>(connection.name(), reader.apply(connection.session())))
        .toList();
  }

  /**
   * The one pattern that was typed.
   *
   * @throws UserException where there is more than one
   */
  NamePattern pattern(NamePattern.Level level) {
    List<String> words = words();
    if (words.size() > 1) {
      throw UserException.usage(
          "one pattern expected, found \"" + words.get(1) + "\" after it",
          "Put a name with blanks in it in double quotes.");
    }
    return words.isEmpty() ? NamePattern.NONE : NamePattern.parse(words.get(0), level);
  }

  /** What was typed, parted at the blanks outside quotes, without a comment at the end. */
  List<String> words() {
    List<String> words = new ArrayList<>();
    StringBuilder word = new StringBuilder();
    boolean quoted = false;
    for (char c : (text + " ").toCharArray()) {
      quoted ^= c == '"';
      if (quoted || !Character.isWhitespace(c)) {
        word.append(c);
      } else if (word.toString().startsWith("--")) {
        return words;
      } else if (!word.isEmpty()) {
        words.add(word.toString());
        word.setLength(0);
      }
    }
    if (!word.isEmpty()) {
      throw UserException.usage("unterminated quoted name: " + word.toString().strip(), "Add \"");
    }
    return words;
  }
}
