package io.linkspan.report;

import io.linkspan.report.LineStyle.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** One line a value, after the name of its column; the borders are psql's. */
final class ExpandedRows implements RowsLayout {
  private final List<TableColumn> columns;
  private final Page page;
  private final Display display;
  private final LineStyle style;
  private final int border;
  private final Cells cells;
  private final Consumer<Line> out;
  private final int nameWidth;
  private final int valueWidth;
  private long record;

  ExpandedRows(List<TableColumn> columns, Page page, Display display, Consumer<Line> out) {
    this.columns = columns;
    this.page = page;
    this.display = display;
    this.style = display.frame().lines();
    this.border = display.frame().border();
    this.cells = new Cells(display.nullText());
    this.out = out;
    this.nameWidth =
        columns.stream().map(TableColumn::name).mapToInt(page.textWidth()).max().orElse(0);
    this.valueWidth = columns.stream().mapToInt(TableColumn::valueWidth).max().orElse(0);
  }

  @Override
  public void begin() {
    if (!display.parts().title().isEmpty()) {
      out.accept(Line.of(Style.HEADING, Visible.line(display.parts().title())));
    }
  }

  @Override
  public void row(List<Optional<String>> values) {
    Place place = record == 0 ? Place.TOP : Place.MIDDLE;
    record++;
    if (display.parts().heads()) {
      rule(place, border == 0 ? "* Record " + record : "[ RECORD " + record + " ]");
    } else if (record > 1 || border == 2) {
      rule(place, "");
    }
    for (int i = 0; i < columns.size(); i++) {
      value(columns.get(i).name(), values.get(i));
    }
  }

  private void value(String name, Optional<String> value) {
    List<String> lines = cells.lines(value);
    for (int n = 0; n < lines.size(); n++) {
      String after = n + 1 < lines.size() ? style.goesOn() : " ";
      String text = page.padRight(lines.get(n), valueWidth) + after;
      List<Line.Span> spans = new ArrayList<>();
      if (border == 2) {
        spans.add(new Line.Span(Style.DIM, style.vertical() + " "));
      }
      String label = page.padRight(n == 0 ? name : "", nameWidth) + (border > 0 ? " " : "");
      spans.add(new Line.Span(Style.HEADING, label));
      spans.add(new Line.Span(Style.DIM, border > 0 ? style.vertical() : ""));
      spans.add(new Line.Span(Cells.style(value), " " + text));
      if (border == 2) {
        spans.add(new Line.Span(Style.DIM, style.vertical()));
      }
      out.accept(Cells.trimmed(spans));
    }
  }

  /** The line above a record, in which its number stands over the rule (psql's print.c). */
  private void rule(Place place, String label) {
    String line = border == 0 ? " " : style.horizontal();
    StringBuilder rule = new StringBuilder(border == 0 ? "" : line).append(label);
    int left = border == 2 ? nameWidth + 1 : nameWidth;
    rule.append(line.repeat(Math.max(0, left - rule.length())));
    List<String> joint = border == 0 ? List.of(" ") : List.of(line, style.between(place), line);
    // The label may reach over the place where the rules meet.
    for (int i = 0; i < joint.size(); i++) {
      if (rule.length() <= left + i) {
        rule.append(joint.get(i));
      }
    }
    int whole = left + joint.size() + valueWidth;
    rule.append(line.repeat(Math.max(0, whole - rule.length())));
    String text =
        border == 2
            ? style.left(place) + rule + line + style.right(place)
            : rule.toString().stripTrailing();
    out.accept(page.cut(Line.of(Style.DIM, text)));
  }

  @Override
  public void end(long rows) {
    if (rows == 0) {
      if (display.parts().footer()) {
        out.accept(Cells.count(0));
        out.accept(Line.EMPTY);
      }
      return;
    }
    if (border == 2) {
      rule(Place.BOTTOM, "");
    }
    out.accept(Line.EMPTY);
  }
}
