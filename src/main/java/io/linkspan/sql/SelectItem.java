package io.linkspan.sql;

import io.linkspan.pg.Identifier;
import java.util.List;
import java.util.Optional;

/**
 * One entry of a select list.
 *
 * @param expression as typed, without its alias
 * @param alias the name given to it
 * @param outputName the name of the output column, where it can be told: the alias, or else that of
 *     the column or function that the expression is
 * @param star whether it stands for several columns: {@code *}, {@code t.*}
 */
public record SelectItem(
    String expression, Optional<Identifier> alias, Optional<Identifier> outputName, boolean star) {

  static SelectItem read(Tokens item) {
    List<SqlToken> tokens = item.remaining();
    int aliasWords = aliasWords(tokens);
    Optional<Identifier> alias =
        aliasWords == 0 ? Optional.empty() : tokens.get(tokens.size() - 1).identifier();
    List<SqlToken> expression = tokens.subList(0, tokens.size() - aliasWords);
    int end = expression.get(expression.size() - 1).end();
    String text = item.textUntil(t -> t.peek().begin() >= end).text();
    boolean star = tokens.get(tokens.size() - 1).isSymbol("*");
    return new SelectItem(text, alias, alias.or(() -> name(expression)), star);
  }

  /** How many tokens at the end are the alias: two with AS, one without, or none. */
  private static int aliasWords(List<SqlToken> tokens) {
    int last = tokens.size() - 1;
    if (last < 1 || tokens.get(last).identifier().isEmpty()) {
      return 0;
    }
    if (last > 1 && tokens.get(last - 1).isWord("as") && !tokens.get(last - 2).isSymbol(".")) {
      return 2;
    }
    SqlToken before = tokens.get(last - 1);
    boolean bare = !SqlWords.isReserved(tokens.get(last).word()) && endsValue(before);
    return bare && !isSyntax(tokens, last) ? 1 : 0;
  }

  private static boolean endsValue(SqlToken token) {
    return switch (token.kind()) {
      case WORD ->
          !SqlWords.isReserved(token.word())
              || SqlWords.isValue(token.word())
              || token.isWord("end");
      case SYMBOL -> Tokens.closes(token);
      case OPERATOR, UNKNOWN -> false;
      default -> true;
    };
  }

  /** Whether the last word belongs to a type, an interval, a time zone or a window. */
  private static boolean isSyntax(List<SqlToken> tokens, int last) {
    String before = tokens.get(last - 1).word();
    SqlToken earlier = last > 1 ? tokens.get(last - 2) : tokens.get(0);
    return switch (before) {
      case "double", "character", "varying", "time", "at", "over", "escape", "operator" -> last > 1;
      case "zone" -> last > 3 && tokens.get(last - 3).isWord("at");
      default -> earlier.isWord("interval") && tokens.get(last - 1).kind().isString();
    };
  }

  /** The name that the server gives the column (parse_target.c, FigureColname), if it is plain. */
  private static Optional<Identifier> name(List<SqlToken> expression) {
    Optional<NameChain> chain = NameChain.at(expression, 0);
    if (chain.isEmpty()) {
      return Optional.empty();
    }
    int next = chain.get().next();
    if (next == expression.size() || expression.get(next).isSymbol("::")) {
      boolean plain =
          next < expression.size()
              || !chain.get().isWord(expression)
              || !SqlWords.isReserved(expression.get(0).word());
      boolean castOnly = next == expression.size() || isTypeOnly(expression, next);
      return plain && castOnly ? Optional.of(chain.get().last()) : Optional.empty();
    }
    boolean call = expression.get(next).isSymbol("(") && closesLast(expression, next);
    String word = chain.get().isWord(expression) ? expression.get(0).word() : "f";
    boolean renamed = word.equals("trim") || word.equals("extract") || !SqlWords.isCallable(word);
    return call && !renamed ? Optional.of(chain.get().last()) : Optional.empty();
  }

  private static boolean isTypeOnly(List<SqlToken> expression, int from) {
    return expression.subList(from, expression.size()).stream()
        .noneMatch(
            t -> t.kind() == TokenKind.OPERATOR || t.isWord("at") || SqlWords.isReserved(t.word()));
  }

  private static boolean closesLast(List<SqlToken> expression, int open) {
    int depth = 0;
    for (int i = open; i < expression.size(); i++) {
      SqlToken token = expression.get(i);
      depth += Tokens.opens(token) ? 1 : Tokens.closes(token) ? -1 : 0;
      if (depth == 0) {
        return i == expression.size() - 1;
      }
    }
    return false;
  }
}
