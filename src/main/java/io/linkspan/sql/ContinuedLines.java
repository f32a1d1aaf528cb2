package io.linkspan.sql;

import java.util.List;

/** Lines of one command that a backslash joins. */
public final class ContinuedLines {
  private ContinuedLines() {}

  /**
   * The text with a blank in place of each backslash that ends a line, those in quotes and comments
   * left alone; every other character keeps its index.
   */
  public static String joined(String text) {
    StringBuilder joined = new StringBuilder(text);
    List<SqlToken> tokens = SqlLexer.tokens(text);
    for (SqlToken token : tokens) {
      if (token.kind() == TokenKind.UNKNOWN
          && token.text().equals("\\")
          && text.substring(token.end(), Characters.lineEnd(text, token.end())).isBlank()) {
        joined.setCharAt(token.begin(), ' ');
      }
    }
    return joined.toString();
  }
}
