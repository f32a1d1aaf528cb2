package io.linkspan.report;

import java.util.ArrayList;
import java.util.List;

/** How wide each column of a grid is. */
final class GridWidths {
  /** No column that gives way gets narrower than this, or than its head. */
  private static final int LEAST = 8;

  private GridWidths() {}

  static List<Integer> of(Grid grid, Page page) {
    List<Integer> widths = new ArrayList<>();
    for (int i = 0; i < grid.heads().size(); i++) {
      widths.add(natural(grid, i, page));
    }
    // Each column has a blank on both sides, and a bar between columns.
    int taken = widths.stream().mapToInt(width -> width + 3).sum() - 1;
    for (int over = taken - page.width(); over > 0; over--) {
      int widest = widestThatGivesWay(grid, widths, page);
      if (widest < 0) {
        break;
      }
      widths.set(widest, widths.get(widest) - 1);
    }
    return widths;
  }

  private static int natural(Grid grid, int column, Page page) {
    int width = page.textWidth().applyAsInt(grid.heads().get(column).text());
    for (List<Grid.Cell> row : grid.rows()) {
      String text = GridRow.oneLine(row.get(column).text());
      width = Math.max(width, page.textWidth().applyAsInt(text));
    }
    return width;
  }

  private static int widestThatGivesWay(Grid grid, List<Integer> widths, Page page) {
    int widest = -1;
    for (int i = 0; i < widths.size(); i++) {
      Grid.Head head = grid.heads().get(i);
      int least = Math.max(LEAST, page.textWidth().applyAsInt(head.text()));
      boolean givesWay = head.fit() != Grid.Fit.KEEP && widths.get(i) > least;
      if (givesWay && (widest < 0 || widths.get(i) > widths.get(widest))) {
        widest = i;
      }
    }
    return widest;
  }
}
