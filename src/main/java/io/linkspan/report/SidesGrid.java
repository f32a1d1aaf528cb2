package io.linkspan.report;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** A list of things of one sort, of one connection or several, each row with its connection. */
final class SidesGrid {
  private SidesGrid() {}

  /**
   * The grid, and a line for each connection that has nothing.
   *
   * @param heads without the connection's
   * @param plural what the things are called
   */
  static <T> List<Line> render(
      List<Side<List<T>>> sides,
      List<Grid.Head> heads,
      Function<T, List<Grid.Cell>> cells,
      String plural,
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
      lines.addAll(new Grid(allHeads, rows).render(page));
    }
    lines.addAll(empty);
    return List.copyOf(lines);
  }
}
