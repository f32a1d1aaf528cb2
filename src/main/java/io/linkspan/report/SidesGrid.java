package io.linkspan.report;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** A list of things of one sort, of one connection or several, each row with its connection. */
final class SidesGrid {
  private SidesGrid() {}

  /**
   * The grid under its title, the count of rows in psql's manner, and a line for each connection
   * that has nothing.
   *
   * @param heads without the connection's
   * @param plural what the things are called
   * @param title such as {@code List of relations}
   */
  static <T> List<Line> render(
      List<Side<List<T>>> sides,
      List<Grid.Head> heads,
      Function<T, List<Grid.Cell>> cells,
      String plural,
      String title,
      Page page) {
    List<Grid.Head> allHeads = new ArrayList<>(List.of(Grid.Head.of("Connection")));
    allHeads.addAll(heads);
    List<List<Grid.Cell>> rows = new ArrayList<>();
    List<Line> empty = new ArrayList<>();
    for (Side<List<T>> side : sides) {
      for (T thing : side.found()) {
        List<Grid.Cell> row = new ArrayList<>(List.of(Grid.Cell.of(side.connection())));
        row.addAll(cells.apply(thing));
        rows.add(row);
      }
      if (side.found().isEmpty()) {
        empty.add(Line.of(Style.DIM, "no " + plural + " on " + side.connection()));
      }
    }
    List<Line> lines = new ArrayList<>();
    if (!rows.isEmpty()) {
      lines.addAll(titled(title, new Grid(allHeads, rows).fitted(page), page));
      lines.add(Cells.count(rows.size()));
      lines.add(Line.EMPTY);
    }
    lines.addAll(empty);
    return List.copyOf(lines);
  }

  /** The title stands over the middle of the rule, as psql has it. */
  private static List<Line> titled(String title, List<Line> grid, Page page) {
    int width =
        grid.stream().map(Line::text).mapToInt(page.textWidth()).max().orElse(0)
            - page.textWidth().applyAsInt(title);
    List<Line> lines = new ArrayList<>();
    lines.add(Line.of(Style.HEADING, " ".repeat(Math.max(0, width / 2)) + title));
    lines.addAll(grid);
    return lines;
  }
}
