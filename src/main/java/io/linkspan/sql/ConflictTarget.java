package io.linkspan.sql;

import io.linkspan.pg.Identifier;
import java.util.List;
import java.util.Optional;

/** What ON CONFLICT looks at. */
public sealed interface ConflictTarget {
  /** Any unique index or constraint: no target is named. */
  record Any() implements ConflictTarget {}

  /**
   * The unique indexes that fit the elements.
   *
   * @param where the predicate of a partial index, as typed
   */
  record Index(List<Element> elements, Optional<String> where) implements ConflictTarget {
    public Index {
      elements = List.copyOf(elements);
    }
  }

  /** {@code ON CONSTRAINT name}. */
  record Constraint(Identifier name) implements ConflictTarget {}

  /**
   * A column or expression of an index.
   *
   * @param text as typed, with collation and operator class
   * @param column present where the element is a column, with or without collation
   */
  record Element(String text, Optional<Identifier> column) {}
}
