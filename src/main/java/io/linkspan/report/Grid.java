package io.linkspan.report;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

/** Cells in aligned columns under heads, laid out as psql does. */
public record Grid(List<Head> heads, List<List<Cell>> rows) {

  /** What happens to a column's text where the page is too narrow for all columns. */
  public enum Fit {
    KEEP,
    WRAP,
    CUT
  }

  /**
   * The head of a column.
   *
   * @param right whether the column is set flush right, as numbers are
   */
  public record Head(String text, boolean right, Fit fit) {
    /** A column that keeps its width. */
    public static Head of(String text) {
      return new Head(text, false, Fit.KEEP);
    }

    /** A column of numbers. */
    public static Head number(String text) {
      return new Head(text, true, Fit.KEEP);
    }

    /** A column that takes more lines where the page is too narrow. */
    public static Head wrapping(String text) {
      return new Head(text, false, Fit.WRAP);
    }

    /** A column that ends in an ellipsis where the page is too narrow. */
    public static Head cutting(String text) {
      return new Head(text, false, Fit.CUT);
    }
  }

  /** The text of one cell. */
  public record Cell(Style style, String text) {
    /** A cell of plain text. */
    public static Cell of(String text) {
      return new Cell(Style.PLAIN, text);
    }
  }

  public Grid {
    heads = List.copyOf(heads);
    rows = rows.stream().map(List::copyOf).toList();
    int width = heads.size();
    if (heads.isEmpty() || rows.stream().anyMatch(row -> row.size() != width)) {
      throw new IllegalArgumentException("each row has a cell for each head");
    }
  }

  /** The same where it fits the page; else each value on a line of its own, under its record. */
  List<Line> fitted(Page page) {
    int width = GridWidths.of(this, page).stream().mapToInt(each -> each + 3).sum() - 1;
    return width > page.width() && !rows.isEmpty()
        ? new StackedGrid(this, page).render()
        : render(page);
  }

  /** The heads, a rule and the rows; wider than the page where no column gives way. */
  public List<Line> render(Page page) {
    return render(page, row -> List.of());
  }

  /**
   * The same, with lines below each row.
   *
   * @param below gives the lines by the number of the row, from 0
   */
  List<Line> render(Page page, IntFunction<List<Line>> below) {
    List<Integer> widths = GridWidths.of(this, page);
    List<Line> lines = new ArrayList<>();
    List<Cell> headCells = heads.stream().map(h -> new Cell(Style.HEADING, h.text())).toList();
    lines.addAll(new GridRow(heads, headCells, widths).render(page));
    List<String> rules = widths.stream().map(width -> "-".repeat(width + 2)).toList();
    lines.add(Line.of(Style.DIM, String.join("+", rules)));
    for (int i = 0; i < rows.size(); i++) {
      lines.addAll(new GridRow(heads, rows.get(i), widths).render(page));
      lines.addAll(below.apply(i));
    }
    return List.copyOf(lines);
  }
}
