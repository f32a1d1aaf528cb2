package io.linkspan.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/**
 * The picture of what goes where: source column ─ expression ─▶ target column with its keys. A
 * {@code !} before a line says that values may be lost there.
 */
final class MappingPicture {
  /** No part gets narrower than this. */
  private static final int LEAST = 12;

  /** What stands around the parts: the gutter, the two rules and the blanks before the marks. */
  private static final int RULES = Gutter.WIDTH + 3 + 4 + 2;

  /** From so many lines on, those that nothing is to be said of are told by their names alone. */
  private static final int MANY = 16;

  /** A row, and what a refinement did to it. */
  record Marked(Gutter gutter, MappingRow row) {}

  private final List<Marked> rows;
  private final Page page;
  private final Function<MappingRow, String> source;
  private final Function<MappingRow, String> marks;

  private MappingPicture(
      List<Marked> rows,
      Page page,
      Function<MappingRow, String> source,
      Function<MappingRow, String> marks) {
    this.rows = rows;
    this.page = page;
    this.source = source;
    this.marks = marks;
  }

  /** The picture of all rows; of a wide table, of those that are worth a look. */
  static List<Line> of(List<MappingRow> rows, Page page) {
    List<MappingRow> drawn = rows;
    List<MappingRow> named = List.of();
    if (rows.size() >= MANY) {
      drawn = rows.stream().filter(row -> !row.isUnremarkable()).toList();
      named = rows.stream().filter(MappingRow::isUnremarkable).toList();
    }
    List<Line> lines =
        new ArrayList<>(
            marked(drawn.stream().map(row -> new Marked(Gutter.SAME, row)).toList(), page));
    if (!named.isEmpty()) {
      String names = String.join(", ", named.stream().map(MappingRow::source).toList());
      String count = Quantity.count(named.size(), "column");
      String text = "%s of the same name and type: %s".formatted(count, names);
      lines.addAll(page.wrapped(text, Gutter.WIDTH));
    }
    return lines;
  }

  /** The picture of these rows, each behind its mark. */
  static List<Line> marked(List<Marked> rows, Page page) {
    MappingPicture picture =
        new MappingPicture(rows, page, MappingRow::sourceTyped, MappingRow::marks);
    if (!picture.fits()) {
      // The types of the source give way before any name or expression does.
      picture = new MappingPicture(rows, page, MappingRow::source, MappingRow::marks);
    }
    if (picture.left() < 3 * LEAST) {
      picture = new MappingPicture(rows, page, MappingRow::source, row -> briefly(row.marks()));
    }
    return picture.lines();
  }

  private static String briefly(String marks) {
    return marks
        .replace("primary key", "PK")
        .replace("unique", "UQ")
        .replace("not null", "NN")
        .replace(", ", " ");
  }

  private List<Line> lines() {
    int[] widths = widths();
    return rows.stream().map(marked -> line(marked, widths)).toList();
  }

  private Line line(Marked marked, int[] widths) {
    MappingRow row = marked.row();
    String from = source.apply(row);
    String keys = marks.apply(row);
    String column = Wrapping.cut(row.column(), widths[2], page);
    Line line =
        new Line(List.of())
            .plus(Style.NAME, fitted(from, widths[0]))
            .plus(Style.DIM, from.isEmpty() ? "   " : " ─ ")
            .plus(expressionStyle(row), fitted(row.expression(), widths[1]))
            .plus(Style.DIM, " ─▶ ")
            .plus(Style.NAME, page.padRight(column, keys.isEmpty() ? 0 : widths[2]));
    line = keys.isEmpty() ? line : line.plus(Style.KEY, "  " + keys);
    return marked.gutter() == Gutter.SAME && row.warns()
        ? warned(line)
        : marked.gutter().line(line);
  }

  private static Line warned(Line line) {
    List<Line.Span> spans = new ArrayList<>(List.of(new Line.Span(Style.WARNING, "! ")));
    spans.addAll(line.spans());
    return new Line(spans);
  }

  private static Style expressionStyle(MappingRow row) {
    return row.warns() ? Style.WARNING : row.isBare() ? Style.DIM : Style.SQL;
  }

  /** Columns for source, expression and target; the widest gives way where the page is narrow. */
  private int[] widths() {
    int[] widths = natural();
    while (Arrays.stream(widths).sum() > left()) {
      // What an expression loses here is shown by the statement, so it gives way first.
      int widest = widths[1] > LEAST ? 1 : widths[0] >= widths[2] ? 0 : 2;
      if (widths[widest] <= LEAST) {
        break;
      }
      widths[widest]--;
    }
    return widths;
  }

  private boolean fits() {
    return Arrays.stream(natural()).sum() <= left();
  }

  private int[] natural() {
    return new int[] {width(source), width(MappingRow::expression), width(MappingRow::column)};
  }

  /** What the rules and the marks leave of the page. */
  private int left() {
    return page.width() - RULES - width(marks);
  }

  private String fitted(String text, int columns) {
    return page.padRight(Wrapping.cut(text, columns, page), columns);
  }

  private int width(Function<MappingRow, String> part) {
    return rows.stream()
        .mapToInt(marked -> page.textWidth().applyAsInt(part.apply(marked.row())))
        .max()
        .orElse(0);
  }
}
