package io.linkspan.misfit;

import io.linkspan.pg.Identifier;
import io.linkspan.pg.TypeName;
import java.util.List;
import java.util.Optional;

/**
 * One thing that a row is tried for.
 *
 * @param name the column, for {@link Kind#CHECK} the constraint, for {@link Kind#WHERE} the word
 * @param type what the value is to become, where it becomes something
 * @param from the source columns whose values decide
 * @param typed whether the value of one source column alone is read or assigned, by no expression
 *     of the user's
 */
public record Probe(
    Kind kind, Identifier name, Optional<TypeName> type, List<Identifier> from, boolean typed) {

  /** What is tried. */
  public enum Kind {
    /** The text is read into the type of the column definition list. */
    READ,
    /** The expression is evaluated and put into the target column. */
    ASSIGN,
    /** The value for a NOT NULL column is no NULL. */
    NOT_NULL,
    /** The row meets a check constraint of the target. */
    CHECK,
    /** The plan's condition can be evaluated on the source. */
    WHERE,
    /** The text can be written in the target's encoding. */
    ENCODING
  }

  public Probe {
    from = List.copyOf(from);
  }
}
