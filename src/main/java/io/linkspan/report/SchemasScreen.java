package io.linkspan.report;

import io.linkspan.catalog.Schema;
import io.linkspan.connection.ColumnHead;
import io.linkspan.connection.ResultListener;
import java.util.List;
import java.util.Optional;

/** The schemas of one connection or of both sides. */
public final class SchemasScreen {
  private static final List<Grid.Head> HEADS =
      List.of(Grid.Head.of("Schema"), Grid.Head.of("Owner"), Grid.Head.of("You may look inside"));

  private SchemasScreen() {}

  /** One line for each schema. */
  public static List<Line> render(List<Side<List<Schema>>> sides, Page page) {
    return SidesGrid.render(sides, HEADS, SchemasScreen::cells, "schemas", "List of schemas", page);
  }

  /** The same as rows. */
  public static void hand(List<Side<List<Schema>>> sides, ResultListener listener) {
    List<ColumnHead> heads =
        List.of(SideRows.text("Schema"), SideRows.text("Owner"), new ColumnHead("Usable", "bool"));
    SideRows.hand(
        sides,
        heads,
        schema ->
            List.of(
                Optional.of(schema.name().name()),
                Optional.of(schema.owner().name()),
                Optional.of(schema.usable() ? "t" : "f")),
        listener);
  }

  private static List<Grid.Cell> cells(Schema schema) {
    return List.of(
        new Grid.Cell(Style.NAME, schema.name().quoted()),
        Grid.Cell.of(schema.owner().quoted()),
        schema.usable() ? Grid.Cell.of("yes") : new Grid.Cell(Style.WARNING, "no"));
  }
}
