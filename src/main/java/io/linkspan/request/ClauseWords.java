package io.linkspan.request;

import io.linkspan.sql.SqlToken;
import io.linkspan.sql.TokenKind;
import io.linkspan.sql.Tokens;
import java.util.Set;

/** Tells where a clause begins, although its words may also be names within an expression. */
final class ClauseWords {
  /** After these words an expression goes on, so that no clause can begin. */
  private static final Set<String> GOES_ON =
      Set.of(
          "and", "or", "not", "is", "in", "like", "ilike", "similar", "to", "between", "case",
          "when", "then", "else", "from", "by", "as", "select", "any", "all", "some", "collate",
          "escape", "zone", "using", "set");

  private ClauseWords() {}

  /** Whether a clause begins at the cursor. */
  static boolean begins(Tokens tokens) {
    if (goesOn(tokens.peek(-1))) {
      return false;
    }
    SqlToken second = tokens.peek(1);
    return switch (tokens.peek().word()) {
      case "map" -> second.kind().isIdentifier() && tokens.peek(2).isSymbol("=");
      case "columns" -> second.isSymbol("(") || second.isWord("off");
      case "where", "distinct" -> true;
      case "on" -> second.isWord("conflict");
      case "truncate" -> second.kind() == TokenKind.END || second.kind() == TokenKind.WORD;
      case "batch", "workers" -> second.kind() == TokenKind.NUMBER || second.isWord("off");
      case "create" -> second.kind() == TokenKind.END || second.kind() == TokenKind.WORD;
      default -> false;
    };
  }

  /** The same, but WHERE is a part of the text, as it is in an ON CONFLICT clause. */
  static boolean beginsAfterConflict(Tokens tokens) {
    return !tokens.peek().isWord("where") && begins(tokens);
  }

  private static boolean goesOn(SqlToken before) {
    return switch (before.kind()) {
      case OPERATOR -> true;
      case SYMBOL -> !before.isSymbol(")") && !before.isSymbol("]");
      case WORD -> GOES_ON.contains(before.word());
      default -> false;
    };
  }
}
