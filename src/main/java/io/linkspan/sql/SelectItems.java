package io.linkspan.sql;

import io.linkspan.pg.Identifier;
import java.util.List;
import java.util.Optional;

/** The entries of a select list. */
final class SelectItems {
  private SelectItems() {}

  /** Reads what is left of the cursor; empty entries are left out. */
  static List<SelectItem> read(Tokens list) {
    return list.splitTopLevel(",").stream()
        .filter(item -> !item.isEmpty())
        .map(item -> SelectItem.read(list.within(item)))
        .toList();
  }

  /** The names of the output columns, where each entry is one column with a known name. */
  static Optional<List<Identifier>> names(List<SelectItem> items) {
    boolean known = items.stream().noneMatch(i -> i.star() || i.outputName().isEmpty());
    return known
        ? Optional.of(items.stream().flatMap(i -> i.outputName().stream()).toList())
        : Optional.empty();
  }
}
