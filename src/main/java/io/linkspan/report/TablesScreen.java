package io.linkspan.report;

import io.linkspan.catalog.RelationName;
import java.util.List;

/** The tables and views of one connection or of both sides. */
public final class TablesScreen {
  private static final List<Grid.Head> HEADS =
      List.of(
          Grid.Head.of("Schema"),
          Grid.Head.cutting("Name"),
          Grid.Head.of("Kind"),
          Grid.Head.number("Rows"));

  private TablesScreen() {}

  /** One line for each relation, the rows as the server's statistics estimate them. */
  public static List<Line> render(List<Side<List<RelationName>>> sides, Page page) {
    return SidesGrid.render(sides, HEADS, TablesScreen::cells, "tables", page);
  }

  private static List<Grid.Cell> cells(RelationName relation) {
    boolean holdsRows =
        switch (relation.kind()) {
          case VIEW, FOREIGN_TABLE -> relation.estimatedRows() > 0;
          case TABLE, PARTITIONED_TABLE, MATERIALIZED_VIEW -> true;
        };
    return List.of(
        Grid.Cell.of(relation.name().schema().map(s -> s.quoted()).orElse("")),
        new Grid.Cell(Style.NAME, relation.name().name().quoted()),
        Grid.Cell.of(KindName.of(relation.kind())),
        Grid.Cell.of(holdsRows ? Quantity.estimate(relation.estimatedRows()) : ""));
  }
}
