package io.linkspan.catalog;

/** What the letters of {@code pg_class.relkind} mean. */
final class RelationKinds {
  /** The kinds that hold rows or show them, for a query's {@code = any (…)}. */
  static final String LETTERS = "array['r', 'p', 'v', 'm', 'f']";

  private RelationKinds() {}

  static Table.Kind of(String letter) {
    return switch (letter) {
      case "r" -> Table.Kind.TABLE;
      case "p" -> Table.Kind.PARTITIONED_TABLE;
      case "v" -> Table.Kind.VIEW;
      case "m" -> Table.Kind.MATERIALIZED_VIEW;
      case "f" -> Table.Kind.FOREIGN_TABLE;
      default -> throw new IllegalArgumentException("no kind of table: \"" + letter + "\"");
    };
  }
}
