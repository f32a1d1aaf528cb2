package io.linkspan.report;

/**
 * One line of the picture of a mapping.
 *
 * @param source the source columns' names, separated by commas
 * @param sourceTyped the same with their types
 * @param expression what fills the target column; {@link #PLAIN} and the like for a bare column
 * @param column the target column with its type
 * @param marks the keys that it belongs to, and whether it takes NULL
 * @param warns whether values may be lost on this way, which some findings tell
 */
public record MappingRow(
    String source,
    String sourceTyped,
    String expression,
    String column,
    String marks,
    boolean warns) {
  /** Every value arrives equal. */
  static final String PLAIN = "=";

  /** A value may arrive in another form. */
  static final String ABOUT = "≈";

  /** There is no way for the value. */
  static final String NOWAY = "≠";

  /** Whether the expression is a sign and no text of SQL. */
  public boolean isBare() {
    return expression.equals(PLAIN) || expression.equals(ABOUT) || expression.equals(NOWAY);
  }

  /** Whether nothing is worth a look: column to column of the same name and type. */
  public boolean isUnremarkable() {
    return expression.equals(PLAIN) && sourceTyped.equals(column) && marks.isEmpty();
  }
}
