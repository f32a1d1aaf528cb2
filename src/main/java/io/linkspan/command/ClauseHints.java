package io.linkspan.command;

import io.linkspan.sql.SqlToken;
import io.linkspan.sql.TokenKind;
import io.linkspan.sql.Tokens;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** What may follow the clauses of a copy. */
final class ClauseHints {
  /** Each clause as the hint of a plan names it, in the order of the language's description. */
  private static final Map<String, String> ALL = new LinkedHashMap<>();

  static {
    ALL.put("columns", "[(COLUMN, …)]");
    ALL.put("map", "[map …]");
    ALL.put("where", "[where …]");
    ALL.put("distinct", "[distinct …]");
    ALL.put("on", "[on conflict …]");
    ALL.put("truncate", "[truncate]");
    ALL.put("batch", "[batch N rows]");
    ALL.put("workers", "[workers N]");
  }

  /** The words that begin a clause. */
  static final Set<String> CLAUSES = Set.copyOf(ALL.keySet());

  private static final String RULES = "preserve | overwrite | fail | (COLUMN, …) do …";

  /** Where the other clauses may follow. */
  private static final String GOES_ON = "\n";

  private ClauseHints() {}

  /** What may follow the tokens that are left, which are clauses; empty within an expression. */
  static String after(Tokens tokens) {
    Map<String, String> left = new LinkedHashMap<>(ALL);
    boolean first = tokens.atEnd() && !tokens.peek(-1).isSymbol(")");
    if (!first) {
      left.remove("columns");
    }
    String clause = "";
    int words = 0;
    int depth = 0;
    SqlToken last = tokens.peek(-1);
    while (!tokens.atEnd()) {
      last = tokens.peek();
      boolean begins = depth == 0 && begins(tokens, clause);
      tokens.next();
      depth += last.isSymbol("(") ? 1 : last.isSymbol(")") ? -1 : 0;
      words++;
      if (begins) {
        clause = last.word();
        left.remove(clause);
        words = 0;
      }
    }
    if (depth > 0) {
      return "";
    }
    String own = ofClause(clause, words, last);
    return own.endsWith(GOES_ON)
        ? own.substring(0, own.length() - 1) + String.join(" ", left.values())
        : own;
  }

  private static boolean begins(Tokens tokens, String clause) {
    String word = tokens.peek().word();
    boolean ofDistinct = clause.equals("distinct") && !tokens.peek(1).isWord("conflict");
    return CLAUSES.contains(word) && !(word.equals("on") && ofDistinct);
  }

  /**
   * What may follow within the clause.
   *
   * @param words how many tokens of it stand behind its first word
   */
  private static String ofClause(String clause, int words, SqlToken last) {
    if (words == 0) {
      return switch (clause) {
        case "columns" -> "(COLUMN, …)";
        case "map" -> "COLUMN = EXPRESSION, …";
        case "where" -> "CONDITION";
        case "on" -> "conflict " + RULES;
        case "batch" -> "N rows | off | auto";
        case "workers" -> "N | auto";
        case "distinct" -> "[on (EXPRESSION, …)] " + GOES_ON;
        default -> GOES_ON;
      };
    }
    boolean open = last.isSymbol(",") || last.isSymbol("=") || last.kind() == TokenKind.OPERATOR;
    return switch (clause) {
      case "map" -> open ? "" : words == 1 ? "= EXPRESSION" : GOES_ON;
      case "on" -> ofConflict(words, last, open);
      case "distinct" ->
          last.isWord("on")
              ? "(EXPRESSION, …)"
              : last.isSymbol(")") ? "[order by …] " + GOES_ON : GOES_ON;
      case "batch" -> last.kind() == TokenKind.NUMBER ? "rows" : GOES_ON;
      case "columns" -> GOES_ON;
      default -> open ? "" : GOES_ON;
    };
  }

  private static String ofConflict(int words, SqlToken last, boolean open) {
    if (last.isWord("conflict")) {
      return RULES;
    }
    if (last.isWord("do")) {
      return "nothing | update set COLUMN = EXPRESSION, …";
    }
    if (last.isWord("update")) {
      return "set COLUMN = EXPRESSION, …";
    }
    if (last.isWord("set")) {
      return "COLUMN = EXPRESSION, …";
    }
    boolean key = last.isSymbol(")") && words > 1;
    return open ? "" : key ? "overwrite | do nothing | do update set …" : GOES_ON;
  }
}
