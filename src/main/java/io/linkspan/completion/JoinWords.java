package io.linkspan.completion;

import io.linkspan.catalog.NamedColumn;
import io.linkspan.catalog.NamedReference;
import io.linkspan.catalog.RelationName;
import io.linkspan.pg.Identifier;
import io.linkspan.pg.QualifiedName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How the sources of a query go together, by the foreign keys of the database. */
final class JoinWords {
  private final Scope scope;
  private final Words words;

  JoinWords(Scope scope, Words words) {
    this.scope = scope;
    this.words = words;
  }

  /**
   * Conditions between the last source before the cursor and those before it.
   *
   * @param before what is typed before a condition, such as {@code on}
   */
  void conditions(Place place, String before) {
    List<Source> known = place.level().sources.subList(0, place.spot().sources());
    if (known.size() < 2) {
      return;
    }
    Source joined = known.get(known.size() - 1);
    List<Source> others = known.subList(0, known.size() - 1);
    for (Source other : others) {
      byReference(joined, other).forEach(c -> words.add(before + c, "foreign key", "Joins", true));
    }
    for (Source other : others) {
      byName(joined, other).stream()
          .map(column -> equality(joined, column, other, column))
          .forEach(c -> words.add(before + c, "same name", "Joins", true));
    }
  }

  /** The columns that both sides of a join have. */
  void using(Place place, String before, String after) {
    List<Source> known = place.level().sources.subList(0, place.spot().sources());
    if (known.size() < 2) {
      return;
    }
    Source joined = known.get(known.size() - 1);
    for (Source other : known.subList(0, known.size() - 1)) {
      for (NamedColumn column : scope.columns(joined).all()) {
        boolean shared = scope.columns(other).named(column.name()).isPresent();
        if (shared && !place.listed().contains(column.name())) {
          words.add(
              before + column.name().quoted() + after, Words.described(column), "Columns", true);
        }
      }
    }
  }

  /** Tables that refer to what is read already or that it refers to, with the condition. */
  void tables(Place place) {
    for (Source source : place.level().sources.subList(0, place.spot().sources())) {
      Optional<RelationName> relation = scope.relation(source);
      if (relation.isPresent()) {
        joinable(source, relation.get().name());
      }
    }
  }

  private void joinable(Source source, QualifiedName relation) {
    for (NamedReference reference : scope.names().references()) {
      boolean refers = reference.table().equals(relation);
      QualifiedName other = refers ? reference.referenced() : reference.table();
      if ((refers || reference.referenced().equals(relation)) && !other.equals(relation)) {
        scope.names().relation(other).ifPresent(joined -> add(source, reference, refers, joined));
      }
    }
  }

  private void add(Source source, NamedReference reference, boolean refers, RelationName joined) {
    String name = joined.name().name().quoted();
    String own = source.name().quoted();
    String condition = refers ? conditions(own, name, reference) : conditions(name, own, reference);
    String table = joined.visible() ? name : joined.name().quoted();
    words.add(table + " on " + condition, "foreign key", "Joins", true);
  }

  private List<String> byReference(Source left, Source right) {
    Optional<QualifiedName> one = scope.relation(left).map(RelationName::name);
    Optional<QualifiedName> two = scope.relation(right).map(RelationName::name);
    List<String> found = new ArrayList<>();
    if (one.isEmpty() || two.isEmpty()) {
      return found;
    }
    for (NamedReference reference : scope.names().references()) {
      if (reference.table().equals(one.get()) && reference.referenced().equals(two.get())) {
        found.add(conditions(left.name().quoted(), right.name().quoted(), reference));
      }
      if (reference.table().equals(two.get()) && reference.referenced().equals(one.get())) {
        found.add(conditions(right.name().quoted(), left.name().quoted(), reference));
      }
    }
    return found;
  }

  private static String conditions(String referring, String referenced, NamedReference reference) {
    List<String> parts = new ArrayList<>();
    for (int i = 0; i < reference.columns().size(); i++) {
      parts.add(
          referring
              + "."
              + reference.columns().get(i).quoted()
              + " = "
              + referenced
              + "."
              + reference.referencedColumns().get(i).quoted());
    }
    return String.join(" and ", parts);
  }

  private List<Identifier> byName(Source left, Source right) {
    Scope.Columns others = scope.columns(right);
    return scope.columns(left).all().stream()
        .filter(column -> others.named(column.name()).filter(o -> isKey(o, column)).isPresent())
        .map(NamedColumn::name)
        .toList();
  }

  private static boolean isKey(NamedColumn one, NamedColumn two) {
    return one.keyMark() != NamedColumn.KeyMark.NONE || two.keyMark() != NamedColumn.KeyMark.NONE;
  }

  private static String equality(
      Source left, Identifier column, Source right, Identifier otherColumn) {
    return left.name().quoted()
        + "."
        + column.quoted()
        + " = "
        + right.name().quoted()
        + "."
        + otherColumn.quoted();
  }
}
