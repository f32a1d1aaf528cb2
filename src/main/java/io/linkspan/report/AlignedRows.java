package io.linkspan.report;

import io.linkspan.report.LineStyle.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** One line a row, the values of a column below each other; the borders are psql's. */
final class AlignedRows implements RowsLayout {
  private final List<TableColumn> columns;
  private final Page page;
  private final Display display;
  private final LineStyle style;
  private final int border;
  private final Cells cells;
  private final Consumer<Line> out;

  AlignedRows(List<TableColumn> columns, Page page, Display display, Consumer<Line> out) {
    this.columns = columns;
    this.page = page;
    this.display = display;
    this.style = display.frame().lines();
    this.border = display.frame().border();
    this.cells = new Cells(display.nullText());
    this.out = out;
  }

  /** Columns of the terminal that such a table takes. */
  static int width(List<TableColumn> columns, int border) {
    int values = columns.stream().mapToInt(TableColumn::width).sum();
    int count = columns.size();
    return switch (border) {
      case 0 -> values + count;
      case 1 -> values + Math.max(0, count * 3 - 1);
      default -> values + count * 3 + 1;
    };
  }

  @Override
  public void begin() {
    title();
    if (!display.parts().heads()) {
      return;
    }
    if (border == 2) {
      rule(Place.TOP);
    }
    List<Line.Span> names = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      add(names, i, Style.HEADING, columns.get(i).centred(), " ");
    }
    out.accept(finished(names));
    rule(Place.MIDDLE);
  }

  private void title() {
    String title = Visible.line(display.parts().title());
    if (!title.isEmpty()) {
      // Over the middle of what can be seen, where the table is wider than the page.
      int shown = Math.min(width(columns, border), page.width());
      int free = shown - page.textWidth().applyAsInt(title);
      out.accept(Line.of(Style.HEADING, " ".repeat(Math.max(0, free / 2)) + title));
    }
  }

  /** One row takes as many lines as its tallest value; a sign says that a value goes on. */
  @Override
  public void row(List<Optional<String>> values) {
    List<List<String>> texts = values.stream().map(cells::lines).toList();
    int height = texts.stream().mapToInt(List::size).max().orElse(1);
    for (int n = 0; n < height; n++) {
      List<Line.Span> spans = new ArrayList<>();
      for (int i = 0; i < columns.size(); i++) {
        List<String> lines = texts.get(i);
        String text = n < lines.size() ? lines.get(n) : "";
        String after = n + 1 < lines.size() ? style.goesOn() : " ";
        add(spans, i, Cells.style(values.get(i)), columns.get(i).padded(text), after);
      }
      out.accept(finished(spans));
    }
  }

  /** A value with what separates it from the one before. */
  private void add(List<Line.Span> spans, int column, Style of, String padded, String after) {
    boolean last = column == columns.size() - 1;
    spans.add(new Line.Span(of, (border > 0 ? " " : "") + padded + after));
    if (!last && border > 0) {
      spans.add(new Line.Span(Style.DIM, style.vertical()));
    }
  }

  private Line finished(List<Line.Span> spans) {
    if (border < 2) {
      return Cells.trimmed(spans);
    }
    spans.add(0, new Line.Span(Style.DIM, style.vertical()));
    spans.add(new Line.Span(Style.DIM, style.vertical()));
    return new Line(spans);
  }

  private void rule(Place place) {
    String line = style.horizontal();
    String edge = border == 0 ? "" : line;
    String between = border == 0 ? " " : line + style.between(place) + line;
    List<String> parts = columns.stream().map(column -> line.repeat(column.width())).toList();
    String rule = edge + String.join(between, parts) + edge;
    out.accept(
        Line.of(Style.DIM, border == 2 ? style.left(place) + rule + style.right(place) : rule));
  }

  @Override
  public void end(long rows) {
    if (border == 2) {
      rule(Place.BOTTOM);
    }
    if (display.parts().footer()) {
      out.accept(Cells.count(rows));
    }
    out.accept(Line.EMPTY);
  }
}
