package io.linkspan.sql;

/** Question marks for the driver, to which one is a parameter unless it is doubled. */
public final class Parameters {
  private Parameters() {}

  /** The text with the question marks of its operators doubled. */
  public static String escaped(String sql) {
    StringBuilder out = new StringBuilder();
    int copied = 0;
    for (SqlToken token : SqlLexer.tokens(sql)) {
      if (token.kind() == TokenKind.OPERATOR && token.text().indexOf('?') >= 0) {
        out.append(sql, copied, token.begin()).append(token.text().replace("?", "??"));
        copied = token.end();
      }
    }
    return out.append(sql, copied, sql.length()).toString();
  }
}
