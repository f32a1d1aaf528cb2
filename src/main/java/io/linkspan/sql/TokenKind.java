package io.linkspan.sql;

/** What a piece of SQL text is, after PostgreSQL's scanner (src/backend/parser/scan.l). */
public enum TokenKind {
  /** A key word or an identifier without quotes. */
  WORD,
  /** An identifier in double quotes. */
  QUOTED_IDENTIFIER,
  /** {@code U&"…"}. */
  UNICODE_IDENTIFIER,
  /** {@code '…'}, backslashes meaning themselves. */
  STRING,
  /** {@code E'…'}. */
  ESCAPE_STRING,
  /** {@code N'…'}. */
  NATIONAL_STRING,
  /** {@code B'…'} or {@code X'…'}. */
  BIT_STRING,
  /** {@code U&'…'}. */
  UNICODE_STRING,
  /** {@code $tag$…$tag$}. */
  DOLLAR_STRING,
  NUMBER,
  /** {@code $1}. */
  PARAMETER,
  OPERATOR,
  /** One of {@code , ( ) [ ] . ; : :: := ..}. */
  SYMBOL,
  /** psql's {@code :name}. */
  VARIABLE,
  /** psql's {@code :'name'}. */
  VARIABLE_LITERAL,
  /** psql's {@code :"name"}. */
  VARIABLE_IDENTIFIER,
  LINE_COMMENT,
  BLOCK_COMMENT,
  /** A string constant of any kind in single quotes that the text does not end. */
  OPEN_STRING,
  /** An identifier in double quotes that the text does not end. */
  OPEN_IDENTIFIER,
  /** A dollar-quoted string that the text does not end. */
  OPEN_DOLLAR_STRING,
  /** A block comment that the text does not end. */
  OPEN_COMMENT,
  /** One character that no SQL begins with, such as a backslash. */
  UNKNOWN,
  /** After the last token; only a {@link Tokens} cursor gives it. */
  END;

  /** Whether the token is a comment, ended or not. */
  public boolean isComment() {
    return this == LINE_COMMENT || this == BLOCK_COMMENT || this == OPEN_COMMENT;
  }

  /** Whether the text ends before the token does. */
  public boolean isOpen() {
    return this == OPEN_STRING
        || this == OPEN_IDENTIFIER
        || this == OPEN_DOLLAR_STRING
        || this == OPEN_COMMENT;
  }

  /** Whether the token is an ended string constant of any spelling. */
  public boolean isString() {
    return switch (this) {
      case STRING, ESCAPE_STRING, NATIONAL_STRING, BIT_STRING, UNICODE_STRING, DOLLAR_STRING ->
          true;
      default -> false;
    };
  }

  /** Whether the token is an ended identifier in double quotes, or a word, which may be one. */
  public boolean isIdentifier() {
    return this == WORD || this == QUOTED_IDENTIFIER || this == UNICODE_IDENTIFIER;
  }
}
