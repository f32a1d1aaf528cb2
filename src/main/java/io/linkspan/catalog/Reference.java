package io.linkspan.catalog;

import io.linkspan.pg.Identifier;
import io.linkspan.pg.QualifiedName;

/**
 * A foreign key that refers to a table whose rows are to be deleted, or to one whose rows go with
 * them.
 *
 * @param from the table that has it
 * @param to the table that it refers to
 */
public record Reference(Identifier name, QualifiedName from, QualifiedName to, OnDelete onDelete) {

  /** What becomes of the rows that refer to a deleted one. */
  public enum OnDelete {
    /** The DELETE is refused while there is one; at the end of the transaction if deferred. */
    NO_ACTION,
    /** The DELETE is refused while there is one. */
    RESTRICT,
    /** They are deleted too. */
    CASCADE,
    SET_NULL,
    SET_DEFAULT
  }
}
