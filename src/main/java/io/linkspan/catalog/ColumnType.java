package io.linkspan.catalog;

import io.linkspan.pg.Identifier;
import io.linkspan.pg.TypeName;
import java.util.List;
import java.util.Optional;

/**
 * The type of a column, with what a copy must know of it.
 *
 * @param name the type with its modifier
 * @param kind {@code pg_type.typtype} in words
 * @param category {@code pg_type.typcategory}, such as {@code S} for strings
 * @param element the element's type of an array
 * @param base the type below a domain, all domains peeled off
 * @param hasEquality whether DISTINCT can compare its values
 * @param hasOrder whether ORDER BY can sort its values
 * @param enumLabels in order, of an enum or of the enum that an array or a domain is made of
 * @param attributes in order, of a composite type or of the one that an array or a domain is made
 *     of
 * @param extension the extension that defines the type, if one does
 */
public record ColumnType(
    TypeName name,
    Kind kind,
    char category,
    Optional<TypeName> element,
    Optional<TypeName> base,
    boolean hasEquality,
    boolean hasOrder,
    List<String> enumLabels,
    List<Attribute> attributes,
    Optional<Identifier> extension) {

  /** What sort of type it is. */
  public enum Kind {
    BASE,
    COMPOSITE,
    DOMAIN,
    ENUM,
    RANGE,
    MULTIRANGE,
    PSEUDO
  }

  public ColumnType {
    enumLabels = List.copyOf(enumLabels);
    attributes = List.copyOf(attributes);
  }

  /** A type that is no composite. */
  public ColumnType(
      TypeName name,
      Kind kind,
      char category,
      Optional<TypeName> element,
      Optional<TypeName> base,
      boolean hasEquality,
      boolean hasOrder,
      List<String> enumLabels,
      Optional<Identifier> extension) {
    this(
        name,
        kind,
        category,
        element,
        base,
        hasEquality,
        hasOrder,
        enumLabels,
        List.of(),
        extension);
  }

  /** A type of PostgreSQL's own with equality and order. */
  public static ColumnType builtin(String name, char category) {
    return new ColumnType(
        TypeName.builtin(name),
        Kind.BASE,
        category,
        Optional.empty(),
        Optional.empty(),
        true,
        true,
        List.of(),
        Optional.empty());
  }

  /** Whether it is an array. */
  public boolean isArray() {
    return element.isPresent();
  }

  /** Whether it is text, varchar, char or another string type. */
  public boolean isString() {
    return category == 'S';
  }
}
