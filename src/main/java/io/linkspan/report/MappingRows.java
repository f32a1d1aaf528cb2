package io.linkspan.report;

import io.linkspan.catalog.Column;
import io.linkspan.catalog.Key;
import io.linkspan.pg.Identifier;
import io.linkspan.plan.Assignment;
import io.linkspan.plan.CopyPlan;
import io.linkspan.plan.Fidelity.Grade;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** The mapping of a plan, column by column. */
public final class MappingRows {
  private final CopyPlan plan;

  private MappingRows(CopyPlan plan) {
    this.plan = plan;
  }

  /** A row for each assignment of the plan, in its order. */
  public static List<MappingRow> of(CopyPlan plan) {
    return plan.assignments().stream().map(new MappingRows(plan)::row).toList();
  }

  private MappingRow row(Assignment assignment) {
    Column target = assignment.target();
    return new MappingRow(
        names(assignment, Identifier::quoted),
        names(assignment, this::typed),
        assignment.isPlain()
            ? sign(assignment.fidelity().grade())
            : assignment.expression().replaceAll("\\s+", " "),
        target.name().quoted() + " " + ShortType.of(target.type().name()),
        marks(target),
        assignment.fidelity().grade().compareTo(Grade.NARROWED) >= 0);
  }

  private static String names(Assignment assignment, Function<Identifier, String> name) {
    return String.join(", ", assignment.from().stream().map(name).toList());
  }

  private static String sign(Grade grade) {
    return switch (grade) {
      case EQUAL -> MappingRow.PLAIN;
      case CONVERTED, READ_FROM_TEXT, NARROWED, ZONE_LOST -> MappingRow.ABOUT;
      case IMPOSSIBLE -> MappingRow.NOWAY;
    };
  }

  private String typed(Identifier name) {
    String type =
        plan.reading()
            .column(name)
            .map(column -> " " + ShortType.of(column.type().name()))
            .orElse("");
    return name.quoted() + type;
  }

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
}
