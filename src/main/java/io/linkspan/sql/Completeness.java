package io.linkspan.sql;

import java.util.List;

/** Whether typed input can be run, or what it waits for. */
public enum Completeness {
  /** Nothing is open; blank input counts as complete. */
  COMPLETE,
  SINGLE_QUOTE,
  DOUBLE_QUOTE,
  DOLLAR_QUOTE,
  COMMENT,
  /** A parenthesis or square bracket is open. */
  BRACKET,
  /** SQL without its semicolon. */
  NO_SEMICOLON,
  /** A command whose line ends in a backslash. */
  CONTINUED;

  /** What SQL waits for; it is complete at a semicolon. */
  public static Completeness ofSql(String text) {
    return Statements.split(text).completeness();
  }

  /**
   * What a command of linkspan waits for: complete at the end of the line, unless a bracket or a
   * quote is open or the line ends in a backslash.
   */
  public static Completeness ofCommand(String text) {
    List<SqlToken> tokens = SqlLexer.tokens(text);
    if (tokens.isEmpty()) {
      return COMPLETE;
    }
    SqlToken last = tokens.get(tokens.size() - 1);
    if (last.kind().isOpen()) {
      return ofOpen(last.kind());
    }
    int depth = 0;
    for (SqlToken token : tokens) {
      depth =
          Tokens.opens(token) ? depth + 1 : Tokens.closes(token) ? Math.max(0, depth - 1) : depth;
    }
    if (depth > 0) {
      return BRACKET;
    }
    boolean backslash = last.kind() == TokenKind.UNKNOWN && last.text().equals("\\");
    return backslash ? CONTINUED : COMPLETE;
  }

  static Completeness ofOpen(TokenKind kind) {
    return switch (kind) {
      case OPEN_STRING -> SINGLE_QUOTE;
      case OPEN_IDENTIFIER -> DOUBLE_QUOTE;
      case OPEN_DOLLAR_STRING -> DOLLAR_QUOTE;
      case OPEN_COMMENT -> COMMENT;
      default -> COMPLETE;
    };
  }
}
