package io.linkspan.report;

import io.linkspan.catalog.Column;
import io.linkspan.catalog.Key;
import io.linkspan.catalog.Table;
import java.util.ArrayList;
import java.util.List;

/** The columns of a table, with what fills them and the keys that they belong to. */
final class ColumnsGrid {
  private static final List<Grid.Head> HEADS =
      List.of(
          Grid.Head.cutting("Column"),
          Grid.Head.wrapping("Type"),
          Grid.Head.of("Null"),
          Grid.Head.wrapping("Default"),
          Grid.Head.of("Key"));

  private ColumnsGrid() {}

  static List<Line> render(Table table, Page page) {
    if (table.columns().isEmpty()) {
      return List.of(Line.of(Style.DIM, "no columns"));
    }
    List<List<Grid.Cell>> rows =
        table.columns().stream().map(column -> cells(table, column)).toList();
    return new Grid(HEADS, rows).fitted(page);
  }

  private static List<Grid.Cell> cells(Table table, Column column) {
    return List.of(
        new Grid.Cell(Style.NAME, column.name().quoted()),
        Grid.Cell.of(type(column)),
        Grid.Cell.of(column.notNull() ? "not null" : ""),
        Grid.Cell.of(filling(column)),
        new Grid.Cell(Style.KEY, marks(table, column)));
  }

  private static String type(Column column) {
    return column.type().name().sql()
        + column.collation().map(collation -> " collate " + collation.quoted()).orElse("");
  }

  /** What fills the column where a row leaves it out, in words. */
  private static String filling(Column column) {
    String expression = column.defaultExpression().orElse("");
    return switch (column.generated()) {
      case STORED -> "always " + expression + " (stored)";
      case VIRTUAL -> "always " + expression + " (virtual)";
      case NONE ->
          switch (column.identity()) {
            case ALWAYS -> "identity, always";
            case BY_DEFAULT -> "identity, by default";
            case NONE ->
                column
                    .sequence()
                    .map(sequence -> "next of " + sequence.quoted())
                    .orElse(expression);
          };
    };
  }

  private static String marks(Table table, Column column) {
    List<String> marks = new ArrayList<>();
    if (table.keys().stream().anyMatch(key -> key.primary() && holds(key, column))) {
      marks.add("PK");
    }
    if (table.keys().stream()
        .anyMatch(key -> !key.primary() && !key.exclusion() && holds(key, column))) {
      marks.add("UQ");
    }
    if (table.foreignKeys().stream().anyMatch(key -> key.columns().contains(column.name()))) {
      marks.add("FK");
    }
    return String.join(" ", marks);
  }

  private static boolean holds(Key key, Column column) {
    return key.elements().stream()
        .anyMatch(element -> element.column().filter(column.name()::equals).isPresent());
  }
}
