package io.linkspan.catalog;

import io.linkspan.pg.Identifier;

/**
 * A column without its details.
 *
 * @param typeSql the type's spelling with modifier
 */
public record NamedColumn(Identifier name, String typeSql, boolean notNull, KeyMark keyMark) {
  /** Whether the column is part of a key; the primary key goes before others. */
  public enum KeyMark {
    NONE,
    UNIQUE,
    PRIMARY
  }
}
