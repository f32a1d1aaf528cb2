package io.linkspan.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The columns of an expression by its tokens alone, for what the parser does not know: names that
 * are not called, not reserved, not types, and do not follow a value without an operator between.
 */
final class TokenColumns {
  private static final Set<String> TYPE_WORDS =
      Set.of("precision", "varying", "with", "without", "time", "zone");

  private final List<SqlToken> tokens;
  private final List<ColumnReference> columns = new ArrayList<>();
  private boolean afterValue;

  private TokenColumns(List<SqlToken> tokens) {
    this.tokens = tokens;
  }

  static List<ColumnReference> in(List<SqlToken> tokens) {
    TokenColumns scan = new TokenColumns(tokens);
    int at = 0;
    while (at < tokens.size()) {
      at = scan.read(at);
    }
    return List.copyOf(scan.columns);
  }

  private int read(int at) {
    SqlToken token = tokens.get(at);
    Optional<NameChain> chain = NameChain.at(tokens, at);
    if (chain.isEmpty()) {
      afterValue = Tokens.closes(token) || token.kind() == TokenKind.NUMBER || isConstant(token);
      return at + 1;
    }
    int next = chain.get().next();
    if (token.isWord("operator") && isSymbol(next, "(")) {
      afterValue = false;
      return operatorEnd(next);
    }
    if (followsType(at)) {
      afterValue = true;
      return typeEnd(next);
    }
    if (chain.get().isWord(tokens) && isSyntax(at, token.word())) {
      afterValue = SqlWords.isValue(token.word()) || token.isWord("end") || isTest(at);
      return next;
    }
    if (isCalledOrNamed(next) || (next < tokens.size() && tokens.get(next).kind().isString())) {
      afterValue = false;
      return next;
    }
    columns.add(chain.get().column(token.begin()));
    afterValue = true;
    return next;
  }

  private boolean isSyntax(int at, String word) {
    SqlToken before = at > 0 ? tokens.get(at - 1) : tokens.get(at);
    boolean time = word.equals("time") && before.isWord("at");
    boolean zone = word.equals("zone") && before.isWord("time");
    boolean by = word.equals("by") || (word.equals("partition") && wordAt(at + 1, "by"));
    boolean nulls = before.isWord("nulls") && (word.equals("first") || word.equals("last"));
    boolean field = at > 1 && before.isSymbol("(") && tokens.get(at - 2).isWord("extract");
    return SqlWords.isReserved(word)
        || afterValue
        || time
        || zone
        || by
        || nulls
        || isTest(at)
        || field;
  }

  /** Whether the word says what IS tests for, such as UNKNOWN or JSON. */
  private boolean isTest(int at) {
    int is = at > 0 && tokens.get(at - 1).isWord("not") ? at - 2 : at - 1;
    boolean tested = !tokens.get(at).isWord("not") && !tokens.get(at).isWord("distinct");
    return tested && is >= 0 && tokens.get(is).isWord("is");
  }

  private boolean followsType(int at) {
    return at > 0
        && (tokens.get(at - 1).isSymbol("::")
            || tokens.get(at - 1).isWord("as")
            || tokens.get(at - 1).isWord("collate"));
  }

  private int typeEnd(int from) {
    int at = from;
    while (at < tokens.size() && TYPE_WORDS.contains(tokens.get(at).word())) {
      at++;
    }
    return at;
  }

  private int operatorEnd(int open) {
    int at = open;
    while (at < tokens.size() && !tokens.get(at).isSymbol(")")) {
      at++;
    }
    return at + 1;
  }

  private boolean isSymbol(int at, String symbol) {
    return at < tokens.size() && tokens.get(at).isSymbol(symbol);
  }

  private boolean isCalledOrNamed(int next) {
    return isSymbol(next, "(") || isSymbol(next, "=>") || isSymbol(next, ":=");
  }

  private boolean wordAt(int at, String word) {
    return at < tokens.size() && tokens.get(at).isWord(word);
  }

  private static boolean isConstant(SqlToken token) {
    return token.kind().isString() || token.kind() == TokenKind.PARAMETER;
  }
}
