package io.linkspan.report;

import io.linkspan.connection.ColumnHead;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Rows as an aligned table in psql's manner, in constant memory: the first rows decide the widths,
 * and a wider value that comes later sticks out.
 */
public final class RowsTable implements RowsScreen {
  /** Rows that are kept to find the widths. */
  private static final int SAMPLE = 500;

  private final Page page;
  private final String nullText;
  private final Consumer<Line> out;
  private List<TableColumn> columns = List.of();
  private final List<List<Optional<String>>> sample = new ArrayList<>();
  private boolean begun;

  /** A table that is written line by line. */
  public RowsTable(Page page, String nullText, Consumer<Line> out) {
    this.page = page;
    this.nullText = nullText;
    this.out = out;
  }

  @Override
  public void columns(List<ColumnHead> heads) {
    columns = heads.stream().map(head -> new TableColumn(head, page)).toList();
    sample.clear();
    begun = false;
  }

  @Override
  public void row(List<Optional<String>> values) {
    if (begun) {
      write(values);
      return;
    }
    sample.add(List.copyOf(values));
    if (sample.size() == SAMPLE) {
      begin();
    }
  }

  @Override
  public void endOfRows(long rows) {
    begin();
    out.accept(Line.of(Style.DIM, rows == 1 ? "(1 row)" : "(" + rows + " rows)"));
    out.accept(Line.EMPTY);
  }

  private void begin() {
    if (begun) {
      return;
    }
    begun = true;
    for (List<Optional<String>> row : sample) {
      for (int i = 0; i < columns.size(); i++) {
        columns.get(i).makeRoomFor(cell(row.get(i)));
      }
    }
    writeHead();
    sample.forEach(this::write);
    sample.clear();
  }

  private void writeHead() {
    Line names = Line.EMPTY;
    StringBuilder rule = new StringBuilder();
    for (int i = 0; i < columns.size(); i++) {
      TableColumn column = columns.get(i);
      boolean last = i == columns.size() - 1;
      String name = " " + column.centred() + " ";
      names = names.plus(Style.HEADING, last ? name.stripTrailing() : name);
      names = last ? names : names.plus(Style.DIM, "|");
      rule.append("-".repeat(column.width() + 2)).append(last ? "" : "+");
    }
    out.accept(names);
    out.accept(Line.of(Style.DIM, rule.toString()));
  }

  /** One row takes as many lines as its tallest value; a plus sign says that a value goes on. */
  private void write(List<Optional<String>> values) {
    List<List<String>> cells = values.stream().map(this::cell).toList();
    int height = cells.stream().mapToInt(List::size).max().orElse(1);
    for (int n = 0; n < height; n++) {
      out.accept(line(values, cells, n));
    }
  }

  private Line line(List<Optional<String>> values, List<List<String>> cells, int n) {
    List<Line.Span> spans = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      List<String> cell = cells.get(i);
      boolean goesOn = n + 1 < cell.size();
      boolean last = i == columns.size() - 1;
      String text = n < cell.size() ? cell.get(n) : "";
      String padded = " " + columns.get(i).padded(text) + (goesOn ? "+" : " ");
      Style style = values.get(i).isPresent() ? Style.PLAIN : Style.DIM;
      spans.add(new Line.Span(style, last ? padded.stripTrailing() : padded));
      if (!last) {
        spans.add(new Line.Span(Style.DIM, "|"));
      }
    }
    return new Line(spans);
  }

  private List<String> cell(Optional<String> value) {
    String text = Visible.text(value.orElse(nullText));
    return text.indexOf('\n') < 0 ? List.of(text) : List.of(text.split("\n", -1));
  }
}
