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
    String text = word.text();
    boolean verb = word.group().equals("SQL") && !text.startsWith("@");
    if (verb || word.group().equals("Keywords")) {
      return spelled(word, text.toUpperCase(Locale.ROOT));
    }
    // The condition of a join may come with its key word.
    for (String lead : List.of("on ", "using (")) {
      if (text.startsWith(lead) && !word.group().equals("Functions")) {
        return spelled(word, lead.toUpperCase(Locale.ROOT) + text.substring(lead.length()));
      }
    }
    return word;
  }

  private static Completion spelled(Completion word, String text) {
    return new Completion(text, word.description(), word.group(), word.complete());
  }
}
