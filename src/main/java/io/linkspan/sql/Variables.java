package io.linkspan.sql;

import io.linkspan.pg.Literal;
import java.util.Map;

/** psql's variables in typed text (psql manual, "SQL Interpolation"). */
public final class Variables {
  private Variables() {}

  /**
   * The text with the values in place of {@code :name}, {@code :'name'} as a string constant and
   * {@code :"name"} as an identifier; not inside quotes, dollar quotes and comments. Names without
   * a value stay as they are; values are not looked through for further variables.
   */
  public static String substitute(String text, Map<String, String> values) {
    StringBuilder out = new StringBuilder(text.length());
    int copied = 0;
    for (SqlToken token : SqlLexer.tokens(text)) {
      String value = values.get(name(token));
      if (value != null) {
        out.append(text, copied, token.begin()).append(spelled(token.kind(), value, out));
        copied = token.end();
      }
    }
    return out.append(text, copied, text.length()).toString();
  }

  /** The name of the variable that the token stands for; empty where it is another token. */
  public static String name(SqlToken token) {
    return switch (token.kind()) {
      case VARIABLE -> token.text().substring(1);
      case VARIABLE_LITERAL, VARIABLE_IDENTIFIER ->
          token.text().substring(2, token.text().length() - 1);
      default -> "";
    };
  }

  private static String spelled(TokenKind kind, String value, StringBuilder before) {
    return switch (kind) {
      case VARIABLE_LITERAL -> apart(Literal.quoted(value), before);
      case VARIABLE_IDENTIFIER -> '"' + value.replace("\"", "\"\"") + '"';
      default -> value;
    };
  }

  /** Keeps the E of an escape string from growing into the word before it, as libpq does. */
  private static String apart(String literal, StringBuilder before) {
    boolean touches =
        before.length() > 0 && Characters.continuesIdentifier(before.charAt(before.length() - 1));
    return touches ? " " + literal : literal;
  }
}
