package io.linkspan.screen;

import io.linkspan.testing.ScreenCells;
import java.util.ArrayList;
import java.util.List;
import org.jline.utils.ScreenTerminal;

/**
 * Neighbouring cells of a row that look alike.
 *
 * @param column of the first cell, from 0
 * @param columns how many cells
 */
record StyledRun(int row, int column, int columns, CellStyle style, String text) {

  /** The runs of a screen from its top, blank ends of rows left out. */
  static List<StyledRun> all(ScreenCells screen) {
    List<StyledRun> runs = new ArrayList<>();
    for (int row = 0; row < screen.rows(); row++) {
      int end = end(screen, row);
      int column = 0;
      while (column < end) {
        CellStyle style = CellStyle.of(screen.cell(column, row));
        int first = column;
        StringBuilder text = new StringBuilder();
        while (column < end && (isRest(screen, column, row) || looks(screen, column, row, style))) {
          if (!isRest(screen, column, row)) {
            text.appendCodePoint(ScreenTerminal.cellCodePoint(screen.cell(column, row)));
          }
          column++;
        }
        runs.add(new StyledRun(row, first, column - first, style, text.toString()));
      }
    }
    return runs;
  }

  private static boolean looks(ScreenCells screen, int column, int row, CellStyle style) {
    return CellStyle.of(screen.cell(column, row)).equals(style);
  }

  /** Whether the cell is the second half of a wide character. */
  static boolean isRest(ScreenCells screen, int column, int row) {
    return ScreenTerminal.cellCodePoint(screen.cell(column, row)) == 0;
  }

  private static int end(ScreenCells screen, int row) {
    int end = screen.columns();
    while (end > 0 && isBlank(screen.cell(end - 1, row))) {
      end--;
    }
    return end;
  }

  private static boolean isBlank(long cell) {
    CellStyle style = CellStyle.of(cell);
    boolean ground = style.inverse() || style.underline() || !style.background().isEmpty();
    int character = ScreenTerminal.cellCodePoint(cell);
    return character == ' ' && !ground;
  }

  /** As it stands in a story: {@code :5 10-24 bold magenta}, rows and columns counted from 1. */
  String inWords() {
    return ":%d %d-%d %s"
        .formatted(row + 1, column + 1, column + columns, String.join(" ", style.words()));
  }
}
