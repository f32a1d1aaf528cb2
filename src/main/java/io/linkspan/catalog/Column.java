package io.linkspan.catalog;

import io.linkspan.pg.Identifier;
import io.linkspan.pg.QualifiedName;
import java.util.Optional;

/**
 * A column of a table.
 *
 * @param position {@code attnum}, counted from 1, with gaps where columns were dropped
 * @param defaultExpression the default; for a generated column its expression
 * @param sequence the sequence that an identity or serial column draws from
 * @param collation where it is not the type's own
 */
public record Column(
    Identifier name,
    int position,
    ColumnType type,
    boolean notNull,
    Optional<String> defaultExpression,
    Identity identity,
    Generated generated,
    Optional<QualifiedName> sequence,
    Optional<QualifiedName> collation,
    ColumnPrivileges privileges) {

  /** Whether the column is an identity column, and of which kind. */
  public enum Identity {
    NONE,
    ALWAYS,
    BY_DEFAULT
  }

  /** Whether the column is computed, and when. */
  public enum Generated {
    NONE,
    STORED,
    VIRTUAL
  }

  /** What the current role may do with the column. */
  public record ColumnPrivileges(boolean select, boolean insert, boolean update) {}

  /** Whether the server computes the column, so that no statement may give it a value. */
  public boolean isGenerated() {
    return generated != Generated.NONE;
  }

  /** Whether each new row gets a value of its own from a sequence. */
  public boolean isNumbered() {
    return identity != Identity.NONE || sequence.isPresent();
  }

  /** Whether a row may leave the column out: it takes NULL, or has something that fills it. */
  public boolean mayBeLeftOut() {
    return !notNull || defaultExpression.isPresent() || isNumbered() || isGenerated();
  }
}
