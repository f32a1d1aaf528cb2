package io.linkspan.testing;

/** All cells of an emulated screen at one moment, each as the emulator holds it. */
public final class ScreenCells {
  private final int columns;
  private final int rows;
  private final long[] cells;
  private final int cursorColumn;
  private final int cursorRow;

  /**
   * The cells row by row.
   *
   * @param cursor the cursor's column and row, both from 0
   */
  public ScreenCells(int columns, int rows, long[] cells, int... cursor) {
    this.columns = columns;
    this.rows = rows;
    this.cells = cells.clone();
    this.cursorColumn = cursor[0];
    this.cursorRow = cursor[1];
  }

  public int columns() {
    return columns;
  }

  public int rows() {
    return rows;
  }

  public int cursorColumn() {
    return cursorColumn;
  }

  public int cursorRow() {
    return cursorRow;
  }

  /** The cell of a column and a row, both from 0. */
  public long cell(int column, int row) {
    return cells[row * columns + column];
  }
}
