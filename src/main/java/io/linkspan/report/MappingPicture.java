package io.linkspan.report;

import io.linkspan.catalog.Column;
import io.linkspan.catalog.Key;
import io.linkspan.pg.Identifier;
import io.linkspan.plan.Assignment;
import io.linkspan.plan.CopyPlan;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/** The picture of what goes where: source column ─ expression ─▶ target column with its keys. */
final class MappingPicture {
  private static final String PLAIN = "=";

  /** No part gets narrower than this. */
  private static final int LEAST = 12;

  /** What stands around the parts: the indent, the two rules and the blanks before the marks. */
  private static final int RULES = 2 + 3 + 4 + 2;

  private final CopyPlan plan;
  private final Page page;
  private final List<Row> rows = new ArrayList<>();

  /** One line of the picture. */
  private record Row(String source, String expression, String column, String marks) {}

  MappingPicture(CopyPlan plan, Page page) {
    this.plan = plan;
    this.page = page;
    plan.assignments().forEach(assignment -> rows.add(row(assignment, this::typed)));
    if (Arrays.stream(natural()).sum() > left()) {
      // The types of the source give way before any name or expression does.
      rows.clear();
      plan.assignments().forEach(assignment -> rows.add(row(assignment, Identifier::quoted)));
    }
  }

  private Row row(Assignment assignment, Function<Identifier, String> source) {
    return new Row(
        String.join(", ", assignment.from().stream().map(source).toList()),
        assignment.isPlain() ? PLAIN : assignment.expression().replaceAll("\\s+", " "),
        assignment.target().name().quoted() + " " + ShortType.of(assignment.target().type().name()),
        marks(assignment.target()));
  }

  private String typed(Identifier name) {
    String type =
        plan.reading()
            .column(name)
            .map(column -> " " + ShortType.of(column.type().name()))
            .orElse("");
    return name.quoted() + type;
  }

  /** Which keys the column belongs to, and whether it takes NULL. */
  private String marks(Column column) {
    List<String> marks = new ArrayList<>();
    for (Key key : plan.into().keys()) {
      boolean member =
          key.elements().stream()
              .anyMatch(
                  element ->
                      element.column().filter(column.name()::equals).isPresent()
                          || (element.column().isEmpty()
                              && element.expression().contains(column.name().quoted())));
      if (member) {
        marks.add(key.primary() ? "primary key" : "unique");
      }
    }
    if (column.notNull() && !marks.contains("primary key")) {
      marks.add("not null");
    }
    return String.join(", ", marks.stream().distinct().toList());
  }

  List<Line> lines() {
    int[] widths = widths();
    List<Line> lines = new ArrayList<>();
    for (Row row : rows) {
      String column = Wrapping.cut(row.column(), widths[2], page);
      Line line =
          Line.of("  ")
              .plus(Style.NAME, fitted(row.source(), widths[0]))
              .plus(Style.DIM, row.source().isEmpty() ? "   " : " ─ ")
              .plus(
                  row.expression().equals(PLAIN) ? Style.DIM : Style.SQL,
                  fitted(row.expression(), widths[1]))
              .plus(Style.DIM, " ─▶ ")
              .plus(Style.NAME, page.padRight(column, row.marks().isEmpty() ? 0 : widths[2]));
      lines.add(row.marks().isEmpty() ? line : line.plus(Style.KEY, "  " + row.marks()));
    }
    return lines;
  }

  /** Columns for source, expression and target; the widest gives way where the page is narrow. */
  private int[] widths() {
    int[] widths = natural();
    while (Arrays.stream(widths).sum() > left()) {
      // What an expression loses here is shown by the statement below, so it gives way first.
      int widest = widths[1] > LEAST ? 1 : widths[0] >= widths[2] ? 0 : 2;
      if (widths[widest] <= LEAST) {
        break;
      }
      widths[widest]--;
    }
    return widths;
  }

  private int[] natural() {
    return new int[] {width(Row::source), width(Row::expression), width(Row::column)};
  }

  /** What the rules and the marks leave of the page. */
  private int left() {
    return page.width() - RULES - width(Row::marks);
  }

  private String fitted(String text, int columns) {
    return page.padRight(Wrapping.cut(text, columns, page), columns);
  }

  private int width(Function<Row, String> part) {
    return rows.stream()
        .mapToInt(row -> page.textWidth().applyAsInt(part.apply(row)))
        .max()
        .orElse(0);
  }
}
