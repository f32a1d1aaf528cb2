package io.linkspan.sql;

import java.util.List;

/**
 * A text cut at its semicolons.
 *
 * @param statements those that a semicolon ends; empty ones are left out
 * @param remainder what is typed after the last semicolon, to the very end of the text; empty where
 *     only white space and comments are
 * @param remainderBegin index of the remainder in the text
 * @param completeness what the remainder waits for
 */
public record SplitText(
    List<StatementText> statements,
    String remainder,
    int remainderBegin,
    Completeness completeness) {
  public SplitText {
    statements = List.copyOf(statements);
  }
}
