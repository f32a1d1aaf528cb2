package io.linkspan.report;

import io.linkspan.catalog.TableDetails;
import io.linkspan.catalog.TableDetails.ColumnDetails;
import io.linkspan.report.Section.Entry;
import java.util.ArrayList;
import java.util.List;

/** What psql's describe shows beside what matters to a copy. */
final class DetailsLines {
  private DetailsLines() {}

  /** Policies; with the columns' details also these, and the tables below. */
  static List<Line> sections(TableDetails details, Page page) {
    List<Line> lines = new ArrayList<>();
    lines.addAll(
        new Section(
                "Policies",
                details.policies().stream()
                    .map(policy -> new Entry(policy.name(), policy.text()))
                    .toList())
            .render(page));
    if (whole(details)) {
      lines.addAll(below(details));
      lines.addAll(
          new Section(
                  "Columns",
                  details.columns().stream()
                      .map(column -> new Entry(column.name(), text(column)))
                      .toList())
              .render(page));
    }
    return lines;
  }

  private static boolean whole(TableDetails details) {
    return !details.columns().isEmpty();
  }

  private static List<Line> below(TableDetails details) {
    List<Line> lines = new ArrayList<>();
    if (!details.children().isEmpty()) {
      lines.add(Line.EMPTY);
      lines.add(Line.of(Style.HEADING, "Tables below it"));
      details.children().forEach(child -> lines.add(Line.of("  " + child)));
    }
    return lines;
  }

  private static String text(ColumnDetails column) {
    return "storage "
        + column.storage()
        + (column.compression().isEmpty() ? "" : ", compression " + column.compression())
        + (column.statistics().isEmpty() ? "" : ", statistics target " + column.statistics())
        + column.description().map(description -> ": " + description).orElse("");
  }

  /** Sentences of the table as a whole. */
  static List<String> notes(TableDetails details) {
    List<String> notes = new ArrayList<>();
    if (!details.persistence().equals("permanent")) {
      notes.add(details.persistence());
    }
    String parents = String.join(", ", details.parents());
    if (!parents.isEmpty()) {
      notes.add(
          details
              .bound()
              .map(bound -> "partition of " + parents + " " + bound)
              .orElse("inherits from " + parents));
    }
    int children = details.children().size();
    if (children > 0 && !whole(details)) {
      notes.add(Quantity.count(children, "table") + " below it: \\d+ shows their names");
    }
    details.server().ifPresent(server -> notes.add("on foreign server " + server));
    if (whole(details)) {
      details.accessMethod().ifPresent(method -> notes.add("access method " + method));
      if (!details.options().isEmpty()) {
        notes.add("options " + details.options());
      }
    }
    return notes;
  }

  /** The query of a view, where more than the columns is wanted. */
  static List<Line> query(TableDetails details) {
    if (!whole(details) || details.query().isEmpty()) {
      return List.of();
    }
    List<Line> lines = new ArrayList<>();
    lines.add(Line.EMPTY);
    lines.add(Line.of(Style.HEADING, "View definition"));
    for (String text : details.query().orElseThrow().split("\n", -1)) {
      lines.add(Line.of(Style.SQL, text));
    }
    return lines;
  }
}
