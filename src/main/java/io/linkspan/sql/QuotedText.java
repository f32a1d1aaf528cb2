package io.linkspan.sql;

/** Where quotes and comments end; -1 where the text does not end them. */
final class QuotedText {
  private QuotedText() {}

  /**
   * The end of a string constant, with the parts that continue it on later lines (manual, "String
   * Constants").
   *
   * @param open index of the opening quote
   * @param escapes whether a backslash escapes
   */
  static int stringEnd(String text, int open, boolean escapes) {
    int at = open + 1;
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c == '\\' && escapes) {
        at += 2;
      } else if (c != '\'') {
        at++;
      } else if (Characters.at(text, at + 1) == '\'') {
        at += 2;
      } else {
        int again = continuation(text, at + 1);
        if (again < 0) {
          return at + 1;
        }
        at = again;
      }
    }
    return -1;
  }

  /**
   * The index after the quote that goes on with the constant: white space with a line break, and
   * line comments, may stand between. -1 where the constant is over.
   */
  static int continuation(String text, int closed) {
    int at = closed;
    boolean newLine = false;
    while (at < text.length()) {
      char c = text.charAt(at);
      if (Characters.isSpace(c)) {
        newLine |= c == '\n' || c == '\r';
        at++;
      } else if (c == '-' && Characters.at(text, at + 1) == '-') {
        at = Characters.lineEnd(text, at);
      } else {
        return newLine && c == '\'' ? at + 1 : -1;
      }
    }
    return -1;
  }

  /** The end of an identifier in double quotes. */
  static int identifierEnd(String text, int open) {
    int at = open + 1;
    while (at < text.length()) {
      if (text.charAt(at) != '"') {
        at++;
      } else if (Characters.at(text, at + 1) == '"') {
        at += 2;
      } else {
        return at + 1;
      }
    }
    return -1;
  }

  /** The end of a dollar quote's opening tag, -1 where no tag begins there. */
  static int dollarTagEnd(String text, int dollar) {
    int at = dollar + 1;
    if (Characters.startsIdentifier(Characters.at(text, at))) {
      at = Characters.nameEnd(text, at);
    }
    return Characters.at(text, at) == '$' ? at + 1 : -1;
  }

  /** The end of a dollar-quoted string. */
  static int dollarEnd(String text, int dollar, int tagEnd) {
    int close = text.indexOf(text.substring(dollar, tagEnd), tagEnd);
    return close < 0 ? -1 : close + tagEnd - dollar;
  }

  /** The end of a block comment, those inside it counted. */
  static int commentEnd(String text, int open) {
    int depth = 1;
    int at = open + 2;
    while (at < text.length()) {
      char c = text.charAt(at);
      char next = Characters.at(text, at + 1);
      if (c == '/' && next == '*') {
        depth++;
        at += 2;
      } else if (c == '*' && next == '/') {
        depth--;
        at += 2;
        if (depth == 0) {
          return at;
        }
      } else {
        at++;
      }
    }
    return -1;
  }
}
