package io.linkspan.report;

import io.linkspan.catalog.Extension;
import java.util.List;

/** The extensions that are installed on one connection or on both sides. */
public final class ExtensionsScreen {
  private static final List<Grid.Head> HEADS =
      List.of(Grid.Head.of("Extension"), Grid.Head.of("Version"), Grid.Head.of("Schema"));

  private ExtensionsScreen() {}

  /** One line for each extension. */
  public static List<Line> render(List<Side<List<Extension>>> sides, Page page) {
    return SidesGrid.render(sides, HEADS, ExtensionsScreen::cells, "extensions", page);
  }

  private static List<Grid.Cell> cells(Extension extension) {
    return List.of(
        new Grid.Cell(Style.NAME, extension.name().quoted()),
        Grid.Cell.of(extension.version()),
        Grid.Cell.of(extension.schema().quoted()));
  }
}
