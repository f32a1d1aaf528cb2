package io.linkspan.report;

import java.util.ArrayList;
import java.util.List;

/** A grid that is too wide for the page: each cell on a line, as psql's expanded display has it. */
record StackedGrid(Grid grid, Page page) {

  List<Line> render() {
    int head =
        grid.heads().stream().map(Grid.Head::text).mapToInt(page.textWidth()).max().orElse(0);
    List<Line> lines = new ArrayList<>();
    for (int row = 0; row < grid.rows().size(); row++) {
      String record = "-[ RECORD " + (row + 1) + " ]";
      int rest = Math.max(0, Math.min(page.width(), 40) - record.length());
      lines.add(Line.of(Style.DIM, record + "-".repeat(rest)));
      for (int i = 0; i < grid.heads().size(); i++) {
        lines.addAll(cell(grid.heads().get(i).text(), grid.rows().get(row).get(i), head));
      }
    }
    return List.copyOf(lines);
  }

  private List<Line> cell(String name, Grid.Cell cell, int head) {
    List<Line> lines = new ArrayList<>();
    String label = name;
    for (String part : Wrapping.wrap(cell.text(), page.width() - head - 3, page)) {
      String bar = part.isEmpty() ? " |" : " | ";
      lines.add(
          Line.of(Style.HEADING, page.padRight(label, head))
              .plus(Style.DIM, bar)
              .plus(cell.style(), part));
      label = "";
    }
    return lines;
  }
}
