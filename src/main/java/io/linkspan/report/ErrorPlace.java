package io.linkspan.report;

import java.util.List;

/** The line of a statement that an error points at, with a mark under the place, as psql does. */
final class ErrorPlace {
  /** What is shown of a long line on either side of the place. */
  private static final int AROUND = 60;

  private ErrorPlace() {}

  /**
   * The two lines, or none where the place is not in the text.
   *
   * @param position 1-based, in characters (code points) of the whole text
   */
  static List<Line> lines(String sql, int position) {
    if (position < 1 || position > sql.codePointCount(0, sql.length())) {
      return List.of();
    }
    int place = sql.offsetByCodePoints(0, position - 1);
    int lineStart = sql.lastIndexOf('\n', place - 1) + 1;
    int lineEnd = sql.indexOf('\n', place) < 0 ? sql.length() : sql.indexOf('\n', place);
    long number = sql.substring(0, lineStart).chars().filter(c -> c == '\n').count() + 1;
    int from = Math.max(lineStart, place - AROUND);
    int to = Math.min(lineEnd, place + AROUND);
    String label = "LINE " + number + ": " + (from > lineStart ? "..." : "");
    String before = Visible.line(sql.substring(from, place));
    String after = Visible.line(sql.substring(place, to)) + (to < lineEnd ? "..." : "");
    return List.of(
        Line.of(Style.DIM, label).plus(Style.SQL, before + after),
        Line.of(Style.ERROR, " ".repeat(label.length() + before.length()) + "^"));
  }
}
