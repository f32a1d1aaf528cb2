package io.linkspan.testing;

/**
 * All cells of an emulated screen at one moment, row by row, each as the emulator holds it.
 *
 * @param cursorColumn from 0
 * @param cursorRow from 0
 */
public record ScreenCells(int columns, int rows, long[] cells, int cursorColumn, int cursorRow) {

  /** The cell of a column and a row, both from 0. */
  public long cell(int column, int row) {
    return cells[row * columns + column];
  }
}
