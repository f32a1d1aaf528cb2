package io.linkspan.pasted;

import io.linkspan.pg.Identifier;
import io.linkspan.sql.SqlLexer;
import io.linkspan.sql.SqlToken;
import java.util.List;

/** Puts the table's own name in the place of the alias that an INSERT gives it. */
final class TargetAlias {
  private TargetAlias() {}

  static String replaced(String text, Identifier alias, Identifier table) {
    List<SqlToken> tokens = SqlLexer.tokens(text);
    StringBuilder anew = new StringBuilder();
    int copied = 0;
    for (int i = 0; i + 1 < tokens.size(); i++) {
      SqlToken token = tokens.get(i);
      boolean qualifier =
          token.identifier().filter(alias::equals).isPresent()
              && tokens.get(i + 1).isSymbol(".")
              && (i == 0 || !tokens.get(i - 1).isSymbol("."));
      if (qualifier) {
        anew.append(text, copied, token.begin()).append(table.quoted());
        copied = token.end();
      }
    }
    return anew.append(text, copied, text.length()).toString();
  }
}
