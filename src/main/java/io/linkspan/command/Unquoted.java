package io.linkspan.command;

import io.linkspan.sql.SqlToken;
import io.linkspan.sql.Tokens;

/** Reads a text that may stand in quotes. */
final class Unquoted {
  private Unquoted() {}

  /** The text without the single quotes around it, or as it is. */
  static String text(String typed) {
    String text = typed.strip();
    Tokens tokens = Tokens.of(text);
    SqlToken first = tokens.next();
    return tokens.atEnd() ? first.stringValue().orElse(text) : text;
  }
}
