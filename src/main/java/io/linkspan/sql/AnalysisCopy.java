package io.linkspan.sql;

import java.util.List;

/**
 * The copy of a text that JSqlParser gets to read, every index the same. Comments and white space
 * are blanks, since the parser takes blank lines for the end of a statement and knows no nested
 * comments; the insides of constants and quoted names are masked, since it stumbles over some of
 * them and repeats the text in its messages.
 */
final class AnalysisCopy {
  private AnalysisCopy() {}

  static String of(String text, List<SqlToken> tokens) {
    char[] copy = " ".repeat(text.length()).toCharArray();
    for (SqlToken token : tokens) {
      TokenKind kind = token.kind();
      if (kind.isString()) {
        mask(copy, token, '\'');
      } else if (kind == TokenKind.QUOTED_IDENTIFIER || kind == TokenKind.UNICODE_IDENTIFIER) {
        mask(copy, token, '"');
      } else if (!kind.isComment()) {
        token.text().getChars(0, token.text().length(), copy, token.begin());
      }
    }
    return new String(copy);
  }

  private static void mask(char[] copy, SqlToken token, char quote) {
    for (int i = token.begin(); i < token.end(); i++) {
      copy[i] = 'x';
    }
    copy[token.begin()] = quote;
    copy[token.end() - 1] = quote;
  }
}
