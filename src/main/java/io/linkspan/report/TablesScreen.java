package io.linkspan.report;

import io.linkspan.catalog.RelationName;
import io.linkspan.connection.ColumnHead;
import io.linkspan.connection.ResultListener;
import io.linkspan.pg.Identifier;
import java.util.List;
import java.util.Optional;

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
    return SidesGrid.render(sides, HEADS, TablesScreen::cells, "tables", "List of relations", page);
  }

  /** The same as rows: names as they are, the estimate as a number, none before an ANALYZE. */
  public static void hand(List<Side<List<RelationName>>> sides, ResultListener listener) {
    List<ColumnHead> heads =
        List.of(
            SideRows.text("Schema"),
            SideRows.text("Name"),
            SideRows.text("Kind"),
            new ColumnHead("Rows", "int8"));
    SideRows.hand(sides, heads, TablesScreen::values, listener);
  }

  private static List<Optional<String>> values(RelationName relation) {
    return List.of(
        relation.name().schema().map(Identifier::name),
        Optional.of(relation.name().name().name()),
        Optional.of(KindName.of(relation.kind())),
        relation.estimatedRows() < 0 || !holdsRows(relation)
            ? Optional.empty()
            : Optional.of(String.valueOf(relation.estimatedRows())));
  }

  private static boolean holdsRows(RelationName relation) {
    return switch (relation.kind()) {
      case VIEW, FOREIGN_TABLE -> relation.estimatedRows() > 0;
      case TABLE, PARTITIONED_TABLE, MATERIALIZED_VIEW -> true;
    };
  }

  private static List<Grid.Cell> cells(RelationName relation) {
    return List.of(
        Grid.Cell.of(relation.name().schema().map(s -> s.quoted()).orElse("")),
        new Grid.Cell(Style.NAME, relation.name().name().quoted()),
        Grid.Cell.of(KindName.of(relation.kind())),
        Grid.Cell.of(holdsRows(relation) ? Quantity.estimate(relation.estimatedRows()) : ""));
  }
}
