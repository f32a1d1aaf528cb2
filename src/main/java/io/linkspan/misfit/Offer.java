package io.linkspan.misfit;

import io.linkspan.pg.Identifier;

/** What may mend a plan whose rows do not fit; to be tried before it is shown. */
public sealed interface Offer {
  /**
   * Another expression for a target column.
   *
   * @param loses whether it cuts what does not fit
   */
  record Map(Identifier column, String expression, boolean loses) implements Offer {
    /** As one would type it. */
    public String text() {
      return "map " + column.quoted() + " = " + expression;
    }
  }

  /** A condition on the source that leaves the rows out. */
  record Condition(String text) implements Offer {}
}
