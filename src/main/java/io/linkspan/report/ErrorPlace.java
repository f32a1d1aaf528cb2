package io.linkspan.report;

import io.linkspan.pg.TextPlace;
import java.util.List;

/** The line of a text that an error points at, with a mark under the place, as psql does. */
final class ErrorPlace {
  /** What is shown of a long line on either side of the place where the page is wide. */
  private static final int AROUND = 60;

  private static final String CUT = "...";

  private ErrorPlace() {}

  /**
   * The two lines, or none where the place is not in the text.
   *
   * @param position 1-based, in characters (code points) of the whole text
   */
  static List<Line> lines(String sql, int position, Page page) {
    if (position < 1 || position > sql.codePointCount(0, sql.length())) {
      return List.of();
    }
    return lines(new TextPlace(sql, sql.offsetByCodePoints(0, position - 1)), page);
  }

  /** The two lines; a place at the end is behind the last character. */
  static List<Line> lines(TextPlace at, Page page) {
    String text = at.text();
    int place = at.offset();
    int lineStart = text.lastIndexOf('\n', place - 1) + 1;
    int lineEnd = text.indexOf('\n', place) < 0 ? text.length() : text.indexOf('\n', place);
    long number = text.substring(0, lineStart).chars().filter(c -> c == '\n').count() + 1;
    String label = "LINE " + number + ": ";
    int columns = page.width() - label.length() - 2 * CUT.length() - 1;
    int room = Math.max(1, Math.min(2 * AROUND, columns));
    boolean whole = columns(text, lineStart, lineEnd, page) <= room + 2 * CUT.length();
    int from = whole ? lineStart : from(text, lineStart, place, Math.min(AROUND, room / 2), page);
    int left = Math.min(AROUND, room - columns(text, from, place, page));
    int to = whole ? lineEnd : to(text, place, lineEnd, left, page);
    String head = label + (from > lineStart ? CUT : "");
    String before = Visible.line(text.substring(from, place));
    String shown = Visible.line(text.substring(from, to)) + (to < lineEnd ? CUT : "");
    int indent = head.length() + page.textWidth().applyAsInt(before);
    return List.of(
        Line.of(Style.DIM, head).plus(Style.SQL, shown),
        Line.of(Style.ERROR, " ".repeat(indent) + "^"));
  }

  private static int from(String text, int lineStart, int place, int room, Page page) {
    int from = place;
    while (from > lineStart
        && columns(text, text.offsetByCodePoints(from, -1), place, page) <= room) {
      from = text.offsetByCodePoints(from, -1);
    }
    return from;
  }

  private static int to(String text, int place, int lineEnd, int room, Page page) {
    int to = place;
    while (to < lineEnd && columns(text, place, text.offsetByCodePoints(to, 1), page) <= room) {
      to = text.offsetByCodePoints(to, 1);
    }
    return to;
  }

  private static int columns(String text, int from, int to, Page page) {
    return page.textWidth().applyAsInt(Visible.line(text.substring(from, to)));
  }
}
