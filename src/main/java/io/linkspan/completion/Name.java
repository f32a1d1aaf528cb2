package io.linkspan.completion;

import io.linkspan.pg.Identifier;
import io.linkspan.pg.QualifiedName;
import java.util.List;
import java.util.Optional;

/**
 * Names joined by dots, as they stand in the text.
 *
 * @param parts at least one; the one at the cursor stands for nothing
 * @param cursorPart which part the cursor is in, -1 for none
 * @param begins where each part begins in the text
 * @param ends where each part ends in the text, not included
 * @param star whether {@code .*} follows
 * @param quoted whether the first part is in quotes, so that it is no key word
 */
record Name(
    List<Identifier> parts,
    int cursorPart,
    List<Integer> begins,
    List<Integer> ends,
    boolean star,
    boolean quoted) {
  Name {
    parts = List.copyOf(parts);
    begins = List.copyOf(begins);
    ends = List.copyOf(ends);
  }

  boolean atCursor() {
    return cursorPart >= 0;
  }

  /** The names before the one at the cursor. */
  List<Identifier> qualifier() {
    return parts.subList(0, Math.max(0, cursorPart));
  }

  Identifier last() {
    return parts.get(parts.size() - 1);
  }

  boolean isBare() {
    return parts.size() == 1 && !star;
  }

  /** The last name with the one before it as its schema. */
  QualifiedName qualified() {
    return parts.size() == 1
        ? QualifiedName.unqualified(last())
        : new QualifiedName(Optional.of(parts.get(parts.size() - 2)), last());
  }
}
