package io.linkspan.sql;

import java.util.List;

/**
 * A psql variable as psqlscan.l knows it.
 *
 * @param end index after it, -1 where the colon begins none
 */
record VariableText(TokenKind kind, int end) {

  /** The variable that the colon there begins. */
  static VariableText at(String text, int colon) {
    char next = Characters.at(text, colon + 1);
    if (next == '\'' || next == '"') {
      int nameEnd = Characters.nameEnd(text, colon + 2);
      boolean whole = nameEnd > colon + 2 && Characters.at(text, nameEnd) == next;
      TokenKind kind = next == '"' ? TokenKind.VARIABLE_IDENTIFIER : TokenKind.VARIABLE_LITERAL;
      return new VariableText(kind, whole ? nameEnd + 1 : -1);
    }
    boolean named = Characters.startsIdentifier(next);
    return new VariableText(TokenKind.VARIABLE, named ? Characters.nameEnd(text, colon + 1) : -1);
  }

  /**
   * Whether the colon means something else: the slice of an array ({@code a[i:j]}), or, right after
   * a name, linkspan's {@code connection:table}.
   */
  static boolean excluded(
      List<SqlToken> before, VariableText variable, int colon, boolean inSquareBrackets) {
    int last = before.size() - 1;
    if (last < 0) {
      return false;
    }
    boolean joined =
        before.get(last).end() == colon
            && endsValue(before.get(last))
            && variable.kind != TokenKind.VARIABLE_LITERAL;
    while (last >= 0 && before.get(last).kind().isComment()) {
      last--;
    }
    return joined || (inSquareBrackets && last >= 0 && endsValue(before.get(last)));
  }

  private static boolean endsValue(SqlToken token) {
    return token.kind().isIdentifier()
        || token.kind() == TokenKind.NUMBER
        || token.kind() == TokenKind.PARAMETER
        || token.isSymbol(")")
        || token.isSymbol("]");
  }
}
