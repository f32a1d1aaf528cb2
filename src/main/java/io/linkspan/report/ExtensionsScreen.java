package io.linkspan.report;

import io.linkspan.catalog.Extension;
import io.linkspan.connection.ColumnHead;
import io.linkspan.connection.ResultListener;
import java.util.List;
import java.util.Optional;

/** The extensions that are installed on one connection or on both sides. */
public final class ExtensionsScreen {
  private static final List<Grid.Head> HEADS =
      List.of(Grid.Head.of("Extension"), Grid.Head.of("Version"), Grid.Head.of("Schema"));

  private ExtensionsScreen() {}

  /** One line for each extension. */
  public static List<Line> render(List<Side<List<Extension>>> sides, Page page) {
    return SidesGrid.render(
        sides, HEADS, ExtensionsScreen::cells, "extensions", "List of installed extensions", page);
  }

  /** The same as rows. */
  public static void hand(List<Side<List<Extension>>> sides, ResultListener listener) {
    List<ColumnHead> heads =
        List.of(SideRows.text("Extension"), SideRows.text("Version"), SideRows.text("Schema"));
    SideRows.hand(
        sides,
        heads,
        extension ->
            List.of(
                Optional.of(extension.name().name()),
                Optional.of(extension.version()),
                Optional.of(extension.schema().name())),
        listener);
  }

  private static List<Grid.Cell> cells(Extension extension) {
    return List.of(
        new Grid.Cell(Style.NAME, extension.name().quoted()),
        Grid.Cell.of(extension.version()),
        Grid.Cell.of(extension.schema().quoted()));
  }
}
