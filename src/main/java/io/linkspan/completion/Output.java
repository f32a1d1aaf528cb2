package io.linkspan.completion;

import io.linkspan.pg.Identifier;
import java.util.Optional;

/** What an item of a select list gives. */
sealed interface Output {
  /**
   * One column.
   *
   * @param column the column that it is, where it is one
   */
  record Named(Identifier name, Optional<Name> column) implements Output {}

  /** The columns of all sources, or of the one that is named before the star. */
  record Star(Optional<Name> of) implements Output {}

  /** A column whose name is not plainly visible. */
  record Opaque() implements Output {}
}
