package io.linkspan.plan;

import io.linkspan.catalog.Column;
import io.linkspan.catalog.Key;
import io.linkspan.catalog.Table;
import io.linkspan.pg.Identifier;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Tells whether the source can give two rows that are one row by a key of the target. */
final class SourceUniqueness {
  private static final String EQUALITY = "OPERATOR(pg_catalog.=)";

  private SourceUniqueness() {}

  /**
   * Whether no two rows of the source have equal values in that key of the target: the source has a
   * unique index on columns that fill columns of the key unchanged.
   */
  static boolean holds(Key key, Reading reading, List<Assignment> assignments) {
    if (!(reading instanceof Reading.OfTable of)
        || of.table().kind() == Table.Kind.VIEW
        || of.table().kind() == Table.Kind.FOREIGN_TABLE
        || of.table().hasChildren()) {
      return false;
    }
    Set<Identifier> filling = new HashSet<>();
    for (Key.Element element : key.elements()) {
      element
          .column()
          .filter(name -> element.equality().equals(EQUALITY))
          .flatMap(name -> unchanged(name, assignments, of))
          .ifPresent(filling::add);
    }
    return of.table().keys().stream().anyMatch(known -> unique(known, filling, key, of.table()));
  }

  private static boolean unique(Key known, Set<Identifier> filling, Key key, Table from) {
    Optional<List<Identifier>> columns = known.columns();
    return !known.exclusion()
        && known.predicate().isEmpty()
        && known.elements().stream().allMatch(e -> e.equality().equals(EQUALITY))
        && columns.filter(filling::containsAll).isPresent()
        && (key.nullsDistinct()
            || !known.nullsDistinct()
            || columns.orElseThrow().stream()
                .allMatch(name -> from.column(name).filter(Column::notNull).isPresent()));
  }

  /** The source column whose values the target column takes as they are. */
  private static Optional<Identifier> unchanged(
      Identifier target, List<Assignment> assignments, Reading.OfTable of) {
    return assignments.stream()
        .filter(a -> a.target().name().equals(target) && a.isPlain() && a.from().size() == 1)
        .filter(a -> a.fidelity().grade() == Fidelity.Grade.EQUAL)
        .map(a -> a.from().get(0))
        .filter(
            name -> of.column(name).filter(from -> alike(from, assignments, target)).isPresent())
        .findFirst();
  }

  private static boolean alike(Column from, List<Assignment> assignments, Identifier target) {
    return assignments.stream()
        .map(Assignment::target)
        .filter(column -> column.name().equals(target))
        .anyMatch(
            column ->
                column.type().name().sameType(from.type().name())
                    && column.collation().equals(from.collation()));
  }
}
