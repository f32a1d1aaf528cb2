package io.linkspan.sql;

import java.util.ArrayList;
import java.util.List;

/**
 * Cuts typed text into statements as psql does (psqlscan.l): at semicolons outside of quotes,
 * comments, parentheses and the body {@code BEGIN ATOMIC … END} of a new function.
 */
public final class Statements {
  private final List<StatementText> statements = new ArrayList<>();
  private final String text;
  private int first = -1;
  private int last;
  private int parentheses;
  private RoutineBody body = new RoutineBody();

  private Statements(String text) {
    this.text = text;
  }

  /** The statements of the text and what is left of it. */
  public static SplitText split(String text) {
    Statements split = new Statements(text);
    List<SqlToken> tokens = SqlLexer.tokens(text);
    tokens.forEach(split::read);
    return split.result(tokens);
  }

  private void read(SqlToken token) {
    if (token.kind().isComment() && !token.kind().isOpen()) {
      return;
    }
    if (token.isSymbol(";") && parentheses == 0 && !body.isOpen()) {
      end(token);
      return;
    }
    if (token.isSymbol("(")) {
      parentheses++;
    } else if (token.isSymbol(")")) {
      parentheses = Math.max(0, parentheses - 1);
    } else if (parentheses == 0) {
      body.read(token);
    }
    first = first < 0 ? token.begin() : first;
    last = token.end();
  }

  private void end(SqlToken semicolon) {
    if (first >= 0) {
      statements.add(new StatementText(text.substring(first, last), first, semicolon.end()));
    }
    first = -1;
    body = new RoutineBody();
  }

  private SplitText result(List<SqlToken> tokens) {
    int begin = first < 0 ? text.length() : first;
    String remainder = text.substring(begin);
    TokenKind lastKind = tokens.isEmpty() ? TokenKind.END : tokens.get(tokens.size() - 1).kind();
    return new SplitText(statements, remainder, begin, completeness(lastKind));
  }

  private Completeness completeness(TokenKind lastKind) {
    if (lastKind.isOpen()) {
      return Completeness.ofOpen(lastKind);
    }
    if (first < 0) {
      return Completeness.COMPLETE;
    }
    return parentheses > 0 ? Completeness.BRACKET : Completeness.NO_SEMICOLON;
  }
}
