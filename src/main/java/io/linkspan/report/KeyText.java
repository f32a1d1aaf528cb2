package io.linkspan.report;

import io.linkspan.catalog.Key;
import io.linkspan.pg.Identifier;
import java.util.List;
import java.util.stream.Collectors;

/** Keys in words. */
final class KeyText {
  private KeyText() {}

  /** What a key demands, without its name: {@code unique (lower(email)) where active}. */
  static String of(Key key) {
    String kind = key.exclusion() ? "exclusion" : "unique";
    return (key.primary() ? "primary key" : kind)
        + " ("
        + key.elements().stream().map(Key.Element::expression).collect(Collectors.joining(", "))
        + ")"
        + key.predicate().map(predicate -> " where " + predicate).orElse("")
        + (key.nullsDistinct() ? "" : ", nulls not distinct")
        + (key.immediate() ? "" : ", deferrable");
  }

  /** Columns in brackets. */
  static String columns(List<Identifier> columns) {
    return columns.stream().map(Identifier::quoted).collect(Collectors.joining(", ", "(", ")"));
  }
}
