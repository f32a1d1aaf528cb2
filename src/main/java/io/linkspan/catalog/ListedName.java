package io.linkspan.catalog;

import io.linkspan.pg.QualifiedName;

/**
 * Something that a list names and no query does.
 *
 * @param table that an index is of; empty for others
 * @param visible whether it is found by its bare name
 */
public record ListedName(QualifiedName name, Kind kind, String table, boolean visible) {
  /** What it is. */
  public enum Kind {
    SEQUENCE,
    INDEX,
    ROLE,
    EXTENSION
  }
}
