package io.linkspan.command;

import io.linkspan.sql.SqlToken;
import io.linkspan.sql.Tokens;

/** Reads names of connections, which may hold a hyphen that SQL would take for a minus. */
final class ConnectionNames {
  private ConnectionNames() {}

  /** The name at the cursor, as typed. */
  static String next(Tokens tokens) {
    StringBuilder name = new StringBuilder();
    SqlToken first = tokens.peek();
    tokens.expectIdentifier("the name of a connection");
    name.append(first.text());
    int end = first.end();
    while (tokens.atSymbol("-")
        && tokens.peek().begin() == end
        && tokens.peek(1).begin() == end + 1) {
      tokens.next();
      name.append('-').append(tokens.peek().text());
      end = tokens.next().end();
    }
    return name.toString();
  }
}
