package io.linkspan.sql;

import java.util.ArrayList;
import java.util.List;

/**
 * Cuts text into tokens as PostgreSQL's and psql's scanners do (scan.l, psqlscan.l), with {@code
 * standard_conforming_strings} on. Takes any text, in time that grows with its length.
 */
public final class SqlLexer {
  private final String text;
  private final List<SqlToken> tokens = new ArrayList<>();
  private int squareBrackets;

  private SqlLexer(String text) {
    this.text = text;
  }

  /** The tokens and comments of the text in order; between them is white space alone. */
  public static List<SqlToken> tokens(String text) {
    SqlLexer lexer = new SqlLexer(text);
    int at = Characters.skipSpace(text, 0);
    while (at < text.length()) {
      at = Characters.skipSpace(text, lexer.read(at));
    }
    return List.copyOf(lexer.tokens);
  }

  /**
   * The index of the next piece of unknown kind that is this character, read on from an index that
   * no token spans; -1 where there is none.
   */
  static int nextUnknown(String text, int from, char wanted) {
    SqlLexer lexer = new SqlLexer(text);
    int at = Characters.skipSpace(text, from);
    while (at < text.length()) {
      int end = lexer.read(at);
      SqlToken last = lexer.tokens.get(lexer.tokens.size() - 1);
      if (last.kind() == TokenKind.UNKNOWN && text.charAt(at) == wanted) {
        return at;
      }
      at = Characters.skipSpace(text, end);
    }
    return -1;
  }

  private int read(int at) {
    char c = text.charAt(at);
    char next = Characters.at(text, at + 1);
    if (c == '-' && next == '-') {
      return add(TokenKind.LINE_COMMENT, at, Characters.lineEnd(text, at));
    }
    if (c == '/' && next == '*') {
      int end = QuotedText.commentEnd(text, at);
      return addOrOpen(TokenKind.BLOCK_COMMENT, TokenKind.OPEN_COMMENT, at, end);
    }
    if (c == '\'') {
      return string(TokenKind.STRING, at, at);
    }
    if (c == '"') {
      return quotedIdentifier(TokenKind.QUOTED_IDENTIFIER, at, at);
    }
    if (c == '$') {
      return dollar(at);
    }
    if (Characters.isDigit(c) || (c == '.' && Characters.isDigit(next))) {
      return add(TokenKind.NUMBER, at, NumberText.end(text, at));
    }
    if (Characters.startsIdentifier(c)) {
      return word(at, c, next);
    }
    return OperatorText.isOperator(c) ? operator(at) : symbol(at, c, next);
  }

  private int word(int at, char c, char next) {
    if (next == '\'' && prefixed(c) != TokenKind.WORD) {
      return string(prefixed(c), at, at + 1);
    }
    if ((c == 'u' || c == 'U') && next == '&') {
      char quote = Characters.at(text, at + 2);
      if (quote == '\'') {
        return string(TokenKind.UNICODE_STRING, at, at + 2);
      }
      if (quote == '"') {
        return quotedIdentifier(TokenKind.UNICODE_IDENTIFIER, at, at + 2);
      }
    }
    int end = at + 1;
    while (end < text.length() && Characters.continuesIdentifier(text.charAt(end))) {
      end++;
    }
    return add(TokenKind.WORD, at, end);
  }

  /** What a letter before a single quote makes of the string. */
  private static TokenKind prefixed(char letter) {
    return switch (letter) {
      case 'e', 'E' -> TokenKind.ESCAPE_STRING;
      case 'n', 'N' -> TokenKind.NATIONAL_STRING;
      case 'b', 'B', 'x', 'X' -> TokenKind.BIT_STRING;
      default -> TokenKind.WORD;
    };
  }

  private int string(TokenKind kind, int begin, int quote) {
    int end = QuotedText.stringEnd(text, quote, kind == TokenKind.ESCAPE_STRING);
    return addOrOpen(kind, TokenKind.OPEN_STRING, begin, end);
  }

  private int quotedIdentifier(TokenKind kind, int begin, int quote) {
    int end = QuotedText.identifierEnd(text, quote);
    return addOrOpen(kind, TokenKind.OPEN_IDENTIFIER, begin, end);
  }

  private int dollar(int at) {
    int end = at + 1;
    while (Characters.isDigit(Characters.at(text, end))) {
      end++;
    }
    if (end > at + 1) {
      return add(TokenKind.PARAMETER, at, end);
    }
    int tagEnd = QuotedText.dollarTagEnd(text, at);
    if (tagEnd < 0) {
      return add(TokenKind.UNKNOWN, at, end);
    }
    int close = QuotedText.dollarEnd(text, at, tagEnd);
    return addOrOpen(TokenKind.DOLLAR_STRING, TokenKind.OPEN_DOLLAR_STRING, at, close);
  }

  private int operator(int begin) {
    int runEnd = OperatorText.runEnd(text, begin);
    int end = add(TokenKind.OPERATOR, begin, OperatorText.end(text, begin, runEnd));
    while (end < runEnd) {
      end = add(TokenKind.OPERATOR, end, end + 1);
    }
    return end;
  }

  private int symbol(int at, char c, char next) {
    if (c == ':') {
      return colon(at, next);
    }
    if (c == '.' && next == '.') {
      return add(TokenKind.SYMBOL, at, at + 2);
    }
    if (c == '[') {
      squareBrackets++;
    } else if (c == ']' && squareBrackets > 0) {
      squareBrackets--;
    }
    TokenKind kind = ",()[].;".indexOf(c) >= 0 ? TokenKind.SYMBOL : TokenKind.UNKNOWN;
    return add(kind, at, at + 1);
  }

  private int colon(int at, char next) {
    if (next == ':' || next == '=') {
      return add(TokenKind.SYMBOL, at, at + 2);
    }
    VariableText variable = VariableText.at(text, at);
    return variable.end() < 0 || VariableText.excluded(tokens, variable, at, squareBrackets > 0)
        ? add(TokenKind.SYMBOL, at, at + 1)
        : add(variable.kind(), at, variable.end());
  }

  private int addOrOpen(TokenKind ended, TokenKind open, int begin, int end) {
    return end < 0 ? add(open, begin, text.length()) : add(ended, begin, end);
  }

  private int add(TokenKind kind, int begin, int end) {
    tokens.add(new SqlToken(kind, text.substring(begin, end), begin, end));
    return end;
  }
}
