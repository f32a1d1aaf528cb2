package io.linkspan.report;

import io.linkspan.connection.ColumnHead;
import io.linkspan.report.Grid.Cell;
import io.linkspan.report.Grid.Head;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** The screen of the rows whose key is taken, by key and by what they clash with. */
public final class ConflictsScreen {
  /** Columns of the query before the proposed values: key, clash, total, nth. */
  private static final int LEADING = 4;

  private ConflictsScreen() {}

  /**
   * All groups, each with its count and its first rows.
   *
   * @param heads of all columns of the query
   * @param rows of the query, ordered by group
   * @param fate what the rows would do or suffer, given the name of the key they clash on
   */
  public static List<Line> of(
      List<ColumnHead> heads,
      List<List<Optional<String>>> rows,
      UnaryOperator<String> fate,
      Page page) {
    List<Line> lines = new ArrayList<>();
    int begin = 0;
    for (int i = 1; i <= rows.size(); i++) {
      if (i == rows.size() || !group(rows.get(i)).equals(group(rows.get(begin)))) {
        lines.addAll(group(heads, rows.subList(begin, i), fate, page));
        begin = i;
      }
    }
    if (rows.isEmpty()) {
      lines.add(Line.of(Style.GOOD, "No row clashes with a key of the target or of another row."));
    }
    return lines;
  }

  private static List<Optional<String>> group(List<Optional<String>> row) {
    return row.subList(0, 2);
  }

  private static List<Line> group(
      List<ColumnHead> heads,
      List<List<Optional<String>>> rows,
      UnaryOperator<String> fate,
      Page page) {
    List<Line> lines = new ArrayList<>();
    List<Optional<String>> first = rows.get(0);
    long total = Long.parseLong(first.get(2).orElse("0"));
    boolean target = first.get(1).filter("target"::equals).isPresent();
    lines.add(
        Line.of(Style.WARNING, Quantity.count(total, "row"))
            .plus(" would " + fate.apply(first.get(0).orElse("")) + " by ")
            .plus(Style.KEY, first.get(0).orElse(""))
            .plus(target ? ": on the target" : ": twice in the copy")
            .plus(total > rows.size() ? ", the first " + rows.size() : ""));
    lines.addAll(values(heads, rows, page));
    return lines;
  }

  private static List<Line> values(
      List<ColumnHead> heads, List<List<Optional<String>>> rows, Page page) {
    List<Head> columns =
        heads.subList(LEADING, heads.size()).stream()
            .map(head -> Head.cutting(Visible.line(head.name())))
            .toList();
    List<List<Cell>> cells =
        rows.stream()
            .map(
                row ->
                    row.subList(LEADING, row.size()).stream()
                        .map(value -> Cell.of(Visible.line(value.orElse(""))))
                        .toList())
            .toList();
    return new Grid(columns, cells).render(page);
  }
}
