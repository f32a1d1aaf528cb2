package io.linkspan.command;

import io.linkspan.connection.OpenConnection;
import io.linkspan.connection.OpenConnections;
import io.linkspan.connection.Session;
import io.linkspan.report.Side;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Which sides a list is asked of, and which names in it: {@code archive:us*} is one side, a bare
 * pattern or nothing means both ends of the route.
 *
 * @param pattern in psql's manner: {@code *} for any characters, {@code ?} for one; empty for all
 */
record Sides(List<OpenConnection> connections, String pattern) {
  /** Reads connection and pattern from what was typed. */
  static Sides parse(String rest, OpenConnections connections) {
    String text = rest.strip();
    int colon = text.indexOf(':');
    if (colon > 0 && text.indexOf('"') < 0) {
      String name = text.substring(0, colon);
      return new Sides(List.of(connections.named(name)), text.substring(colon + 1));
    }
    List<OpenConnection> route =
        Stream.concat(connections.source().stream(), connections.target().stream())
            .distinct()
            .toList();
    return new Sides(route.isEmpty() ? List.of(connections.current()) : route, text);
  }

  /** Reads from each side's prompt session. */
  <T> List<Side<T>> read(Function<Session, T> reader) {
    return connections.stream()
        .map(connection -> new Side<>(connection.name(), reader.apply(connection.session())))
        .toList();
  }

  /** Whether a name fits the pattern; a pattern with a dot speaks of the schema as well. */
  boolean fits(String schema, String name) {
    if (pattern.isEmpty()) {
      return true;
    }
    int dot = dotOutsideQuotes(pattern);
    return dot < 0
        ? matches(pattern, name)
        : matches(pattern.substring(0, dot), schema) && matches(pattern.substring(dot + 1), name);
  }

  private static int dotOutsideQuotes(String pattern) {
    boolean quoted = false;
    for (int i = 0; i < pattern.length(); i++) {
      quoted ^= pattern.charAt(i) == '"';
      if (!quoted && pattern.charAt(i) == '.') {
        return i;
      }
    }
    return -1;
  }

  private static boolean matches(String glob, String name) {
    StringBuilder regex = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < glob.length(); i++) {
      char c = glob.charAt(i);
      if (c == '"') {
        quoted = !quoted;
      } else if (!quoted && c == '*') {
        regex.append(".*");
      } else if (!quoted && c == '?') {
        regex.append('.');
      } else {
        char folded = quoted || c < 'A' || c > 'Z' ? c : (char) (c + 32);
        regex.append(java.util.regex.Pattern.quote(String.valueOf(folded)));
      }
    }
    return name.matches(regex.toString());
  }
}
