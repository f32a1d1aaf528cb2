package io.linkspan.plan;

/**
 * What happens to a value on its way from the source column to the target column.
 *
 * @param grade how faithful it is
 * @param reason what is lost or done, as the end of a sentence that begins with both types; empty
 *     where nothing is
 */
public record Fidelity(Grade grade, String reason) {
  /** How faithful a pair of types is, from best to worst. */
  public enum Grade {
    /** Every value arrives equal. */
    EQUAL,
    /** Every value arrives, in another form. */
    CONVERTED,
    /** Text is read as another type; a value that cannot be read stops the copy. */
    READ_FROM_TEXT,
    /** Some values are rounded, cut or refused. */
    NARROWED,
    /** The time zone is lost or made up. */
    ZONE_LOST,
    /** There is no conversion. */
    IMPOSSIBLE
  }

  public static final Fidelity EQUAL = new Fidelity(Grade.EQUAL, "");

  static Fidelity of(Grade grade, String reason) {
    return new Fidelity(grade, reason);
  }
}
