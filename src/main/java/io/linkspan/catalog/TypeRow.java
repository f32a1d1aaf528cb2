package io.linkspan.catalog;

import io.linkspan.connection.Row;
import io.linkspan.pg.Identifier;
import io.linkspan.pg.TypeName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One type as the catalogs have it, before what follows from the types that it is made of.
 *
 * @param baseSql the type right below a domain, spelled with the domain's modifier
 * @param parts the types whose equality and order its own depends on: an array's element, a
 *     domain's base, a composite's columns
 * @param ownEquality whether the type itself has a default operator class for equality
 */
record TypeRow(
    long oid,
    TypeName name,
    ColumnType.Kind kind,
    char category,
    long elementOid,
    long baseOid,
    Optional<String> baseSql,
    List<Long> parts,
    boolean ownEquality,
    boolean ownOrder,
    List<String> enumLabels,
    List<Attribute> attributes,
    Optional<Identifier> extension) {

  static TypeRow of(Row row) {
    return new TypeRow(
        row.number("oid"),
        new TypeName(
            new Identifier(row.text("schema")), new Identifier(row.text("name")), row.text("sql")),
        kind(row.text("kind")),
        row.text("category").charAt(0),
        row.number("element"),
        row.number("base"),
        row.optionalText("base_sql"),
        row.texts("parts").stream().map(Long::valueOf).toList(),
        row.flag("has_equality"),
        row.flag("has_order"),
        row.texts("labels"),
        attributes(row.texts("attribute_names"), row.texts("attribute_types")),
        row.optionalText("extension").map(Identifier::new));
  }

  private static List<Attribute> attributes(List<String> names, List<String> types) {
    List<Attribute> attributes = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      attributes.add(new Attribute(new Identifier(names.get(i)), types.get(i)));
    }
    return attributes;
  }

  private static ColumnType.Kind kind(String letter) {
    return switch (letter) {
      case "b" -> ColumnType.Kind.BASE;
      case "c" -> ColumnType.Kind.COMPOSITE;
      case "d" -> ColumnType.Kind.DOMAIN;
      case "e" -> ColumnType.Kind.ENUM;
      case "r" -> ColumnType.Kind.RANGE;
      case "m" -> ColumnType.Kind.MULTIRANGE;
      case "p" -> ColumnType.Kind.PSEUDO;
      default -> throw new IllegalArgumentException("no kind of type: \"" + letter + "\"");
    };
  }
}
