package io.linkspan.request;

import io.linkspan.sql.SqlToken;
import io.linkspan.sql.TokenKind;
import io.linkspan.sql.Tokens;
import java.util.Set;

/** Tells where a clause begins, although its words may also be names within an expression. */
public final class ClauseWords {
  /** After these words an expression goes on, so that no clause can begin. */
  private static final Set<String> GOES_ON =
      Set.of(
          "where", "and", "or", "not", "is", "in", "like", "ilike", "similar", "to", "between",
          "case", "when", "then", "else", "from", "as", "select", "any", "all", "some", "collate",
          "escape", "using");

  private ClauseWords() {}

  /**
   * Whether a clause begins at the cursor. WHERE, DISTINCT and ON are reserved, so that no column
   * can bear their names; the other words begin a clause only where no expression can go on.
   */
  public static boolean begins(Tokens tokens) {
    SqlToken second = tokens.peek(1);
    return switch (tokens.peek().word()) {
      case "where" -> true;
      case "distinct" -> !tokens.peek(-1).isWord("is") && !tokens.peek(-1).isWord("not");
      case "on" -> second.isWord("conflict");
      case "map" -> second.kind().isIdentifier() && tokens.peek(2).isSymbol("=") && !goesOn(tokens);
      case "columns" -> (second.isSymbol("(") || second.isWord("off")) && !goesOn(tokens);
      case "truncate", "create" ->
          (second.kind() == TokenKind.END || second.kind() == TokenKind.WORD) && !goesOn(tokens);
      case "batch", "workers" ->
          (second.kind() == TokenKind.NUMBER || second.isWord("off") || second.isWord("auto"))
              && !goesOn(tokens);
      default -> false;
    };
  }

  private static boolean goesOn(Tokens tokens) {
    SqlToken before = tokens.peek(-1);
    SqlToken earlier = tokens.peek(-2);
    return switch (before.kind()) {
      case OPERATOR -> true;
      case SYMBOL -> !before.isSymbol(")") && !before.isSymbol("]");
      case WORD ->
          switch (before.word()) {
            case "zone" -> earlier.isWord("time");
            case "by" -> earlier.isWord("order") || earlier.isWord("partition");
            case "set" -> earlier.isWord("update");
            default -> GOES_ON.contains(before.word());
          };
      default -> false;
    };
  }
}
