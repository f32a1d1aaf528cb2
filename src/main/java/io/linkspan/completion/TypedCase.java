package io.linkspan.completion;

import io.linkspan.sql.SqlLexer;
import io.linkspan.sql.SqlToken;
import io.linkspan.sql.SqlWords;
import io.linkspan.sql.TokenKind;
import java.util.List;
import java.util.Locale;

/** Whether the user types key words in capitals. */
final class TypedCase {
  private TypedCase() {}

  static boolean isUpper(String before) {
    List<SqlToken> tokens = SqlLexer.tokens(before);
    for (int i = tokens.size() - 1; i >= 0; i--) {
      SqlToken token = tokens.get(i);
      boolean typed = token.end() == before.length();
      if (token.kind() == TokenKind.WORD
          && (typed || i == 0 || SqlWords.isReserved(token.word()))) {
        return token.text().equals(token.text().toUpperCase(Locale.ROOT));
      }
    }
    return false;
  }

  static Completion inCapitals(Completion word) {
    return word.group().equals("Keywords")
        ? new Completion(
            word.text().toUpperCase(Locale.ROOT), word.description(), word.group(), word.complete())
        : word;
  }
}
