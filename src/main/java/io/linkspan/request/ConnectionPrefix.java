package io.linkspan.request;

import io.linkspan.sql.SqlToken;
import io.linkspan.sql.TokenKind;
import io.linkspan.sql.Tokens;
import java.util.Optional;

/**
 * Reads the connection before a table: {@code archive:}. A connection's name is taken as typed, and
 * may hold hyphens, which SQL would take for minus signs.
 */
final class ConnectionPrefix {
  private ConnectionPrefix() {}

  /** Of how many tokens the name at the cursor is made; 0 where no connection is named. */
  static int length(Tokens tokens) {
    if (!tokens.peek().kind().isIdentifier()) {
      return 0;
    }
    int words = 1;
    while (isPart(tokens.peek(words)) && touches(tokens, words)) {
      words++;
    }
    return tokens.peek(words).isSymbol(":") ? words : 0;
  }

  /** Passes the name and the colon after it, if they come next. */
  static Optional<String> accept(Tokens tokens) {
    int words = length(tokens);
    if (words == 0) {
      return Optional.empty();
    }
    StringBuilder name = new StringBuilder();
    for (int i = 0; i < words; i++) {
      SqlToken token = tokens.next();
      boolean quoted = token.kind() != TokenKind.WORD && token.identifier().isPresent();
      name.append(quoted ? token.identifier().orElseThrow().name() : token.text());
    }
    tokens.expectSymbol(":");
    return Optional.of(name.toString());
  }

  private static boolean isPart(SqlToken token) {
    return token.kind() == TokenKind.WORD
        || token.kind() == TokenKind.NUMBER
        || token.isSymbol("-");
  }

  private static boolean touches(Tokens tokens, int index) {
    return tokens.peek(index - 1).end() == tokens.peek(index).begin();
  }
}
