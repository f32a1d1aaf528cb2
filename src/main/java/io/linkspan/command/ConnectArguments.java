package io.linkspan.command;

import io.linkspan.connection.ConnectionMarks;
import io.linkspan.connection.ReachedBy;
import io.linkspan.pg.UserException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What stands after {@code connect}. The connection string is taken as it is, for its quoting is
 * libpq's and not SQL's.
 *
 * @param settings the URI, conninfo or service; empty for a saved connection
 * @param role {@code source}, {@code target}, or empty
 */
record ConnectArguments(
    String name,
    Optional<String> settings,
    Optional<String> role,
    ConnectionMarks marks,
    Optional<ReachedBy> reachedBy) {
  private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_-]{0,39}");
  private static final Pattern LAST_CLAUSE =
      Pattern.compile(
          "(?is)(?:^|\\s)(?:as\\s+(source|target)|(read\\s+only)|(production)|reached\\s+by\\s+(\"[^\"]*\"|'[^']*'))\\s*$");

  /** Takes the text apart. */
  static ConnectArguments parse(String rest) {
    String text = rest.strip();
    int end = 0;
    while (end < text.length() && !Character.isWhitespace(text.charAt(end))) {
      end++;
    }
    String name = text.substring(0, end);
    if (!NAME.matcher(name).matches()) {
      throw UserException.usage(
          "connect needs a name for the connection: letters, digits, \"_\" and \"-\"",
          "Type: connect NAME postgresql://user@host/database");
    }
    String settings = text.substring(end);
    Optional<String> role = Optional.empty();
    ConnectionMarks marks = ConnectionMarks.NONE;
    Optional<ReachedBy> reachedBy = Optional.empty();
    for (Matcher m = LAST_CLAUSE.matcher(settings); m.find(); m = LAST_CLAUSE.matcher(settings)) {
      if (settings.substring(0, m.start()).stripTrailing().endsWith("=")) {
        // The value of a keyword that is spelled like a clause.
        break;
      }
      String side = m.group(1);
      if (side != null) {
        role = Optional.of(side.toLowerCase(Locale.ROOT));
      }
      marks = marks.or(new ConnectionMarks(m.group(2) != null, m.group(3) != null));
      String way = m.group(4);
      if (way != null) {
        reachedBy = Optional.of(ReachedBy.parse(way.substring(1, way.length() - 1)));
      }
      settings = settings.substring(0, m.start());
    }
    String connection = unquoted(settings.strip());
    return new ConnectArguments(
        name,
        connection.isEmpty() ? Optional.empty() : Optional.of(connection),
        role,
        marks,
        reachedBy);
  }

  /** The whole connection string may be put in double quotes. */
  private static String unquoted(String text) {
    boolean quoted = text.length() >= 2 && text.startsWith("\"") && text.endsWith("\"");
    return quoted ? text.substring(1, text.length() - 1) : text;
  }
}
