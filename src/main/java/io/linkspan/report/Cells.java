package io.linkspan.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Values as a table shows them.
 *
 * @param nullText what stands for NULL
 */
record Cells(String nullText) {
  /** The lines of a value; nothing in them steers a terminal. */
  List<String> lines(Optional<String> value) {
    String text = Visible.text(value.orElse(nullText));
    return text.indexOf('\n') < 0 ? List.of(text) : List.of(text.split("\n", -1));
  }

  /** What a value of NULL is set off by. */
  static Style style(Optional<String> value) {
    return value.isPresent() ? Style.PLAIN : Style.DIM;
  }

  /** The line without blanks at its end. */
  static Line trimmed(List<Line.Span> spans) {
    List<Line.Span> kept = new ArrayList<>(spans);
    while (!kept.isEmpty()) {
      Line.Span last = kept.remove(kept.size() - 1);
      String text = last.text().stripTrailing();
      if (!text.isEmpty()) {
        kept.add(new Line.Span(last.style(), text));
        break;
      }
    }
    return new Line(kept);
  }

  static Line count(long rows) {
    return Line.of(Style.DIM, rows == 1 ? "(1 row)" : "(" + rows + " rows)");
  }
}
