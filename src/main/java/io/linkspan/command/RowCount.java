package io.linkspan.command;

import io.linkspan.pg.UserException;
import io.linkspan.sql.TokenKind;
import io.linkspan.sql.Tokens;

/** Reads the number of rows that a command may be given. */
final class RowCount {
  private static final long MOST = 10_000;

  private RowCount() {}

  /** The number typed, from 1 to 10,000, or the usual one where nothing is. */
  static long parse(Tokens tokens, long usual) {
    if (tokens.atEnd()) {
      return usual;
    }
    if (tokens.peek().kind() != TokenKind.NUMBER || !tokens.peek().text().matches("\\d{1,9}")) {
      throw tokens.unexpected("a number of rows");
    }
    long rows = Long.parseLong(tokens.next().text());
    tokens.expectEnd();
    if (rows < 1 || rows > MOST) {
      throw UserException.usage(
          "the number of rows must be from 1 to 10000, not " + rows,
          "Type a number from 1 to 10000.");
    }
    return rows;
  }
}
