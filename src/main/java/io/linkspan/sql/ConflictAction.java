package io.linkspan.sql;

import io.linkspan.pg.Identifier;
import java.util.List;
import java.util.Optional;

/** What ON CONFLICT does. */
public sealed interface ConflictAction {
  /** {@code DO NOTHING}. */
  record Nothing() implements ConflictAction {}

  /**
   * {@code DO UPDATE}.
   *
   * @param where as typed
   */
  record Update(List<Assignment> sets, Optional<String> where) implements ConflictAction {
    public Update {
      sets = List.copyOf(sets);
    }
  }

  /**
   * One assignment of SET.
   *
   * @param columns one, or several of {@code (a, b) = …} whose right side is not a list of values
   * @param expression as typed
   */
  record Assignment(List<Identifier> columns, String expression) {
    public Assignment {
      columns = List.copyOf(columns);
    }
  }
}
