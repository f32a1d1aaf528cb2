package io.linkspan.shell;

import java.util.List;

/**
 * How far below the first row of an input the cursor stands, after the terminal took another width
 * and broke the lines anew.
 *
 * @param above columns that each line above the cursor's takes
 * @param cursor columns before the cursor on its own line
 */
record DrawnRows(List<Integer> above, int cursor) {
  static final DrawnRows NONE = new DrawnRows(List.of(), 0);

  DrawnRows {
    above = List.copyOf(above);
  }

  /** Rows between the input's first one and the cursor's. */
  int aboveCursor(int columns) {
    int rows = cursor / columns;
    for (int width : above) {
      rows += Math.max(1, (width + columns - 1) / columns);
    }
    return rows;
  }
}
