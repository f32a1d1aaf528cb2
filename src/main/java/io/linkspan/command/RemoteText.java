package io.linkspan.command;

import io.linkspan.completion.Completion;
import io.linkspan.sql.SqlLexer;
import io.linkspan.sql.SqlToken;
import io.linkspan.sql.TokenKind;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The statement that a typed call of dblink has in a string, with the cursor in it.
 *
 * @param link the argument before it, a connection's name or how to connect; may hold a password
 * @param sql the statement without the quotes around and in it
 * @param cursor in the statement
 * @param doubled whether quotes within the string stand twice
 */
record RemoteText(Optional<String> link, String sql, int cursor, boolean doubled) {
  private static final Set<String> FUNCTIONS =
      Set.of("dblink", "dblink_exec", "dblink_send_query", "dblink_open");

  /** The one around the cursor, where there is one. */
  static Optional<RemoteText> at(String text, int cursor) {
    List<SqlToken> tokens =
        SqlLexer.tokens(text).stream().filter(token -> !token.kind().isComment()).toList();
    for (int i = 0; i < tokens.size(); i++) {
      if (tokens.get(i).begin() < cursor && cursor <= tokens.get(i).end()) {
        int argument = i;
        return ofCall(tokens, i).flatMap(link -> inside(tokens.get(argument), cursor, link));
      }
    }
    return Optional.empty();
  }

  /** What stands before the argument, empty text for nothing; none where it is no statement. */
  private static Optional<String> ofCall(List<SqlToken> tokens, int argument) {
    String link = "";
    int at = argument - 1;
    while (at >= 1 && tokens.get(at).isSymbol(",")) {
      link = tokens.get(at - 1).stringValue().orElse("");
      at -= 2;
    }
    boolean call = at >= 1 && tokens.get(at).isSymbol("(");
    return call && FUNCTIONS.contains(tokens.get(at - 1).word())
        ? Optional.of(link)
        : Optional.empty();
  }

  private static Optional<RemoteText> inside(SqlToken token, int cursor, String link) {
    TokenKind kind = token.kind();
    boolean dollar = kind == TokenKind.DOLLAR_STRING || kind == TokenKind.OPEN_DOLLAR_STRING;
    boolean quoted = kind == TokenKind.STRING || kind == TokenKind.OPEN_STRING;
    if (!dollar && !(quoted && token.text().startsWith("'"))) {
      return Optional.empty();
    }
    int open = dollar ? token.text().indexOf('$', 1) + 1 : 1;
    int close = token.text().length() - (kind.isOpen() ? 0 : open);
    int at = cursor - token.begin();
    if (at < open || at > close) {
      return Optional.empty();
    }
    String before = token.text().substring(open, at);
    String after = token.text().substring(at, close);
    String first = dollar ? before : before.replace("''", "'");
    String second = dollar ? after : after.replace("''", "'");
    return Optional.of(
        new RemoteText(
            Optional.of(link).filter(name -> !name.isEmpty()),
            first + second,
            first.length(),
            !dollar));
  }

  /** The open connection that the call reads; else the other end of the route. */
  Optional<String> connection(Surroundings around) {
    Optional<String> other =
        around.source().equals(around.current()) ? around.target() : around.source();
    return link.flatMap(name -> named(name, around)).or(() -> other);
  }

  private static Optional<String> named(String link, Surroundings around) {
    return around.open().entrySet().stream()
        .filter(
            open ->
                link.equals(open.getKey())
                    || link.equals("linkspan_" + open.getKey())
                    || database(link)
                        .filter(name -> open.getValue().endsWith("/" + name))
                        .isPresent())
        .map(Map.Entry::getKey)
        .findFirst();
  }

  /** The database that a connection string names. */
  private static Optional<String> database(String conninfo) {
    for (String word : conninfo.split("\\s+", -1)) {
      if (word.startsWith("dbname=")) {
        return Optional.of(word.substring("dbname=".length()).replace("'", ""));
      }
    }
    return Optional.empty();
  }

  /** A word as it stands in the string. */
  Completion spelled(Completion word) {
    return doubled
        ? new Completion(
            word.text().replace("'", "''"), word.description(), word.group(), word.complete())
        : word;
  }
}
