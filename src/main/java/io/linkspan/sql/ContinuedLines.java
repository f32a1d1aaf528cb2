package io.linkspan.sql;

import java.util.List;
import java.util.regex.Pattern;

/** Lines of one command that a backslash joins. */
public final class ContinuedLines {
  private static final Pattern BREAK = Pattern.compile("\\s*\\R\\s*");

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

  /**
   * The text with a backslash before each line end that would end a command: outside of quotes and
   * brackets, where comments are left out.
   */
  public static String continued(String text) {
    if (text.indexOf('\n') < 0) {
      return text;
    }
    StringBuilder continued = new StringBuilder();
    int depth = 0;
    int copied = 0;
    for (SqlToken token : SqlLexer.tokens(text)) {
      String between = text.substring(copied, token.begin());
      continued.append(depth == 0 ? BREAK.matcher(between).replaceAll(" \\\\\n        ") : between);
      continued.append(depth == 0 && token.kind().isComment() ? "" : token.text());
      depth += Tokens.opens(token) ? 1 : Tokens.closes(token) ? -1 : 0;
      copied = token.end();
    }
    return continued.append(text.substring(copied).strip()).toString();
  }
}
