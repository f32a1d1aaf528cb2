package io.linkspan.report;

import java.util.ArrayList;
import java.util.List;

/** One row of a grid, on as many lines as its tallest cell needs. */
record GridRow(List<Grid.Head> heads, List<Grid.Cell> cells, List<Integer> widths) {

  List<Line> render(Page page) {
    List<List<String>> texts = new ArrayList<>();
    int height = 1;
    for (int i = 0; i < cells.size(); i++) {
      List<String> lines = lines(i, page);
      texts.add(lines);
      height = Math.max(height, lines.size());
    }
    List<Line> lines = new ArrayList<>();
    for (int n = 0; n < height; n++) {
      lines.add(line(texts, n, page));
    }
    return lines;
  }

  private List<String> lines(int column, Page page) {
    String text = cells.get(column).text();
    int width = widths.get(column);
    return switch (heads.get(column).fit()) {
      case KEEP -> List.of(oneLine(text));
      case CUT -> List.of(Wrapping.cut(text, width, page));
      case WRAP -> Wrapping.wrap(text, width, page);
    };
  }

  /** The text with its line ends as blanks. */
  static String oneLine(String text) {
    return text.replaceAll("\\R", " ");
  }

  private Line line(List<List<String>> texts, int n, Page page) {
    Line line = Line.EMPTY;
    for (int i = 0; i < texts.size(); i++) {
      String text = n < texts.get(i).size() ? texts.get(i).get(n) : "";
      boolean last = i == texts.size() - 1;
      String set =
          heads.get(i).right()
              ? page.padLeft(text, widths.get(i))
              : last ? text : page.padRight(text, widths.get(i));
      line = i == 0 ? line : line.plus(Style.DIM, last && text.isEmpty() ? " |" : " | ");
      line =
          line.plus(
              cells.get(i).style(), (i == 0 ? " " : "") + (text.isEmpty() && last ? "" : set));
    }
    return line;
  }
}
