package io.linkspan.report;

import io.linkspan.catalog.Column;
import io.linkspan.catalog.Key;
import io.linkspan.pg.Identifier;
import io.linkspan.plan.Assignment;
import io.linkspan.plan.CopyPlan;
import java.util.ArrayList;
import java.util.List;

/** The picture of what goes where: source column ─ expression ─▶ target column with its keys. */
final class MappingPicture {
  private static final String PLAIN = "=";

  private final CopyPlan plan;
  private final Page page;
  private final List<Row> rows = new ArrayList<>();

  /** One line of the picture. */
  private record Row(String source, String expression, String column, String marks) {}

  MappingPicture(CopyPlan plan, Page page) {
    this.plan = plan;
    this.page = page;
    plan.assignments().forEach(assignment -> rows.add(row(assignment)));
  }

  private Row row(Assignment assignment) {
    return new Row(
        String.join(", ", assignment.from().stream().map(this::typed).toList()),
        assignment.isPlain() ? PLAIN : assignment.expression().replaceAll("\\s+", " "),
        assignment.target().name().quoted() + " " + assignment.target().type().name().sql(),
        marks(assignment.target()));
  }

  private String typed(Identifier name) {
    String type =
        plan.reading().column(name).map(column -> " " + column.type().name().sql()).orElse("");
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
    int source = Math.min(width(Row::source), Math.max(12, page.width() / 3));
    int expression = Math.min(width(Row::expression), Math.max(12, page.width() / 3));
    int column = width(Row::column);
    List<Line> lines = new ArrayList<>();
    for (Row row : rows) {
      Line line =
          Line.of("  ")
              .plus(Style.NAME, page.padRight(row.source(), source))
              .plus(Style.DIM, row.source().isEmpty() ? "   " : " ─ ")
              .plus(
                  row.expression().equals(PLAIN) ? Style.DIM : Style.SQL,
                  page.padRight(cut(row.expression(), expression), expression))
              .plus(Style.DIM, " ─▶ ")
              .plus(Style.NAME, page.padRight(row.column(), row.marks().isEmpty() ? 0 : column));
      lines.add(row.marks().isEmpty() ? line : line.plus(Style.KEY, "  " + row.marks()));
    }
    return lines;
  }

  private int width(java.util.function.Function<Row, String> part) {
    return rows.stream()
        .mapToInt(row -> page.textWidth().applyAsInt(part.apply(row)))
        .max()
        .orElse(0);
  }

  /** A long expression is cut here, for the statement below shows it whole. */
  private String cut(String text, int columns) {
    if (page.textWidth().applyAsInt(text) <= columns) {
      return text;
    }
    int end = text.length();
    while (end > 0 && page.textWidth().applyAsInt(text.substring(0, end)) > columns - 1) {
      end--;
    }
    return text.substring(0, end) + "…";
  }
}
