package io.linkspan.sql;

/** The classes of characters of PostgreSQL's scanner (scan.l: space, ident_start, ident_cont). */
final class Characters {
  private Characters() {}

  static boolean isSpace(char c) {
    return c == ' ' || (c >= '\t' && c <= '\r');
  }

  static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  static boolean startsIdentifier(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c >= '\u0080';
  }

  static boolean continuesIdentifier(char c) {
    return startsIdentifier(c) || isDigit(c) || c == '$';
  }

  /** The character there, NUL past the end. */
  static char at(String text, int index) {
    return index < text.length() ? text.charAt(index) : '\0';
  }

  /** The first index from there on that holds no white space. */
  static int skipSpace(String text, int from) {
    int at = from;
    while (at < text.length() && isSpace(text.charAt(at))) {
      at++;
    }
    return at;
  }

  /** The end of the line that the index is on: its line feed or carriage return. */
  static int lineEnd(String text, int from) {
    int at = from;
    while (at < text.length() && text.charAt(at) != '\n' && text.charAt(at) != '\r') {
      at++;
    }
    return at;
  }

  /** The end of the digits, letters, underscores and other characters of a variable's name. */
  static int nameEnd(String text, int from) {
    int at = from;
    while (at < text.length() && text.charAt(at) != '$' && continuesIdentifier(text.charAt(at))) {
      at++;
    }
    return at;
  }
}
