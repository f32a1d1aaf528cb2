package io.linkspan.catalog;

import io.linkspan.pg.Identifier;
import java.util.List;
import java.util.Optional;

/**
 * A unique index, which may stand behind a primary key or unique constraint, or an exclusion
 * constraint's index.
 *
 * @param index the index's name
 * @param order its {@code oid}, by which the server orders its checks
 * @param constraint the constraint's name, if there is a constraint
 * @param elements in order, without INCLUDE columns
 * @param predicate of a partial index
 * @param nullsDistinct false for NULLS NOT DISTINCT (15 and later)
 * @param immediate false for a deferrable constraint's index
 * @param exclusion whether it is an exclusion constraint's, which {@code ON CONFLICT (…)} cannot
 *     name
 */
public record Key(
    Identifier index,
    long order,
    Optional<Identifier> constraint,
    boolean primary,
    List<Element> elements,
    Optional<String> predicate,
    boolean nullsDistinct,
    boolean immediate,
    boolean exclusion) {

  /**
   * One column or expression of a key.
   *
   * @param column empty for an expression
   * @param expression the server's own text of it, such as {@code lower(email)}; for a column its
   *     quoted name
   * @param equality the operator by which the index holds two values for equal, as {@code
   *     OPERATOR(schema.name)}
   */
  public record Element(Optional<Identifier> column, String expression, String equality) {
    private static final String BUILTIN = "OPERATOR(pg_catalog.=)";

    /** One with PostgreSQL's own equality. */
    public Element(Optional<Identifier> column, String expression) {
      this(column, expression, BUILTIN);
    }
  }

  public Key {
    elements = List.copyOf(elements);
  }

  /** The constraint's name, or the index's where there is no constraint. */
  public Identifier name() {
    return constraint.orElse(index);
  }

  /** The columns that the key is made of where it has no expression; empty where it has one. */
  public Optional<List<Identifier>> columns() {
    return elements.stream().allMatch(e -> e.column().isPresent())
        ? Optional.of(elements.stream().map(e -> e.column().orElseThrow()).toList())
        : Optional.empty();
  }
}
