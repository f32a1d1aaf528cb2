package io.linkspan.command;

import io.linkspan.request.TableReference;
import java.util.Optional;

/**
 * The tables of a copy as far as they are known.
 *
 * @param source empty for a query
 */
record CopyEnds(Optional<TableReference> source, Optional<TableReference> target) {
  static final CopyEnds UNKNOWN = new CopyEnds(Optional.empty(), Optional.empty());

  /** What this one does not know taken from another. */
  CopyEnds or(CopyEnds other) {
    return target.isPresent() || source.isPresent() ? this : other;
  }
}
