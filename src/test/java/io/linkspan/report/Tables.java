package io.linkspan.report;

import io.linkspan.connection.ColumnHead;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Small results for the tests. */
final class Tables {
  static final Page PAGE = new Page(80, text -> text.codePointCount(0, text.length()));

  private Tables() {}

  static ColumnHead column(String name, String type) {
    return new ColumnHead(name, type);
  }

  /** A row; "NULL" stands for null. */
  static List<Optional<String>> row(String... values) {
    return Stream.of(values).map(v -> Optional.of(v).filter(text -> !text.equals("NULL"))).toList();
  }

  @SafeVarargs
  static void write(RowsScreen screen, List<ColumnHead> heads, List<Optional<String>>... rows) {
    screen.columns(heads);
    for (List<Optional<String>> row : rows) {
      screen.row(row);
    }
    screen.endOfRows(rows.length);
  }

  static String text(List<Line> lines) {
    List<String> texts = new ArrayList<>();
    lines.forEach(line -> texts.add(line.text() + "\n"));
    return String.join("", texts);
  }
}
