package io.linkspan.session;

import io.linkspan.catalog.Table;
import io.linkspan.pg.Identifier;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What has changed of the tables that a plan relied upon.
 *
 * @param grave changes that would make another copy of it, or none; one sentence each
 * @param harmless changes that would not
 */
public record ShapeChanges(List<String> grave, List<String> harmless) {
  public ShapeChanges {
    grave = List.copyOf(grave);
    harmless = List.copyOf(harmless);
  }

  /**
   * Compares.
   *
   * @param now gives a table as it is; empty where it is not there any more
   */
  public static ShapeChanges between(
      List<TableShape> saved, Function<TableShape, Optional<Table>> now) {
    Found found = new Found();
    Set<Identifier> targets = new HashSet<>();
    for (TableShape shape : saved.stream().filter(TableShape::written).toList()) {
      Optional<Table> table = now.apply(shape);
      table.ifPresentOrElse(t -> found.written(shape, t), () -> found.gone(shape));
      if (shape.only().isEmpty()) {
        table.ifPresent(t -> targets.addAll(t.columnNames()));
      }
    }
    for (TableShape shape : saved.stream().filter(each -> !each.written()).toList()) {
      now.apply(shape).ifPresentOrElse(t -> found.read(shape, t, targets), () -> found.gone(shape));
    }
    return new ShapeChanges(found.grave, found.harmless);
  }

  /** The changes so far. */
  private static final class Found {
    final List<String> grave = new ArrayList<>();
    final List<String> harmless = new ArrayList<>();

    void gone(TableShape shape) {
      grave.add(shape.reference() + " is not there any more.");
    }

    void written(TableShape shape, Table table) {
      TableShape now = TableShape.written(shape.connection(), table, shape.only());
      for (ColumnShape was : shape.columns()) {
        now.column(was.name())
            .ifPresentOrElse(is -> column(shape, was, is), () -> columnGone(shape, was.name()));
      }
      for (ColumnShape is : now.columns()) {
        if (shape.column(is.name()).isEmpty()) {
          boolean left = is.mayBeLeftOut();
          (left ? harmless : grave)
              .add(
                  "%s has a new column: %s%s."
                      .formatted(
                          shape.reference(), is.line(), left ? "" : ", which nothing fills"));
        }
      }
      keys(shape, now);
      others(shape, OtherShape.ofTarget(table));
    }

    private void others(TableShape was, List<OtherShape> now) {
      for (OtherShape other : was.others()) {
        if (!now.contains(other)) {
          (other.isGraveAsLost() ? grave : harmless)
              .add("%s is without %s now.".formatted(was.reference(), other.text()));
        }
      }
      for (OtherShape other : now) {
        if (!was.others().contains(other)) {
          (other.isGraveAsNew() ? grave : harmless)
              .add("%s is with %s now.".formatted(was.reference(), other.text()));
        }
      }
    }

    private void keys(TableShape was, TableShape now) {
      for (String key : was.keys()) {
        if (!now.keys().contains(key)) {
          grave.add("%s has lost: %s.".formatted(was.reference(), key));
        }
      }
      for (String key : now.keys()) {
        if (!was.keys().contains(key)) {
          grave.add("%s has a new key: %s.".formatted(was.reference(), key));
        }
      }
    }

    void read(TableShape shape, Table table, Set<Identifier> targets) {
      Set<String> known =
          shape.columns().stream().map(c -> c.name().name()).collect(Collectors.toSet());
      for (ColumnShape was : shape.columns()) {
        table
            .column(was.name())
            .ifPresentOrElse(
                is -> column(shape, was, ColumnShape.read(is)),
                () -> columnGone(shape, was.name()));
      }
      for (Identifier name : table.columnNames()) {
        if (!known.contains(name.name()) && !shape.beside().contains(name.name())) {
          boolean copied = targets.contains(name);
          (copied ? grave : harmless)
              .add(
                  "%s has a new column %s%s."
                      .formatted(
                          shape.reference(),
                          name.quoted(),
                          copied ? ", which the target has too, so that it would be copied" : ""));
        }
      }
      others(shape, OtherShape.ofSource(table));
      for (String name : shape.beside()) {
        if (table.column(new Identifier(name)).isEmpty()) {
          harmless.add(
              "%s has lost column %s, which is not copied."
                  .formatted(shape.reference(), new Identifier(name).quoted()));
        }
      }
    }

    private void columnGone(TableShape shape, Identifier name) {
      grave.add("%s has no column %s any more.".formatted(shape.reference(), name.quoted()));
    }

    private void column(TableShape shape, ColumnShape was, ColumnShape is) {
      String column = "Column %s of %s".formatted(was.name().quoted(), shape.reference());
      if (!was.type().equals(is.type())) {
        boolean more = shape.written() && moreLabels(was.type(), is.type());
        (more ? harmless : grave)
            .add("%s was %s and is %s.".formatted(column, was.type(), is.type()));
      }
      if (was.notNull() != is.notNull()) {
        boolean easier = is.notNull() != shape.written();
        (easier ? harmless : grave)
            .add(column + (is.notNull() ? " is NOT NULL now." : " may be NULL now."));
      }
      if (!was.filled().equals(is.filled())) {
        grave.add("%s had %s and has %s.".formatted(column, filled(was), filled(is)));
      }
    }

    private static String filled(ColumnShape column) {
      return column.filled().isEmpty() ? "no default" : column.filled();
    }

    /** Whether an enum has all the labels that it had, in their order, and others after them. */
    private static boolean moreLabels(String was, String is) {
      return was.endsWith("')") && is.startsWith(was.substring(0, was.length() - 1) + ",");
    }
  }
}
