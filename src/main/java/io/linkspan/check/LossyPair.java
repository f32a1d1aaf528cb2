package io.linkspan.check;

import io.linkspan.catalog.ColumnType;
import io.linkspan.plan.Assignment;
import io.linkspan.plan.CopyPlan;
import io.linkspan.plan.Fidelity.Grade;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Two columns of one name whose types lose something between them. */
final class LossyPair implements PlanCheck {
  private static final Pattern LENGTH = Pattern.compile("character(?: varying)?\\((\\d+)\\)");

  @Override
  public List<Finding> check(CopyPlan plan) {
    return plan.assignments().stream()
        .filter(a -> a.fidelity().grade().compareTo(Grade.READ_FROM_TEXT) >= 0)
        .map(a -> finding(plan, a))
        .toList();
  }

  private Finding finding(CopyPlan plan, Assignment assignment) {
    String from =
        plan.reading()
            .column(assignment.from().get(0))
            .map(column -> column.type().name().sql())
            .orElse("?");
    String to = assignment.target().type().name().sql();
    String message =
        "column \"%s\": %s into %s %s"
            .formatted(assignment.target().name().name(), from, to, assignment.fidelity().reason());
    return switch (assignment.fidelity().grade()) {
      case IMPOSSIBLE -> Finding.error(CheckId.IMPOSSIBLE_PAIR, message, cure(assignment, to));
      case ZONE_LOST -> Finding.warning(CheckId.ZONE_LOST, message, zoneCure(assignment, from));
      case READ_FROM_TEXT -> Finding.warning(CheckId.READ_FROM_TEXT, message, cure(assignment, to));
      default -> Finding.warning(CheckId.NARROWING_PAIR, message, cure(assignment, to));
    };
  }

  private static String cure(Assignment assignment, String type) {
    String name = assignment.target().name().quoted();
    String source = assignment.from().get(0).quoted();
    if (!assignment.target().type().attributes().isEmpty()) {
      return takenApart(assignment);
    }
    Matcher length = LENGTH.matcher(type);
    if (length.matches()) {
      return "Cut them: map %s = left(%s, %s); or leave them out: where length(%s) <= %s"
          .formatted(name, source, length.group(1), source, length.group(1));
    }
    if (assignment.fidelity().grade() == Grade.READ_FROM_TEXT) {
      return "See the rows that stop it: check rows; or say how: map %s = EXPRESSION"
          .formatted(name);
    }
    boolean impossible = assignment.fidelity().grade() == Grade.IMPOSSIBLE;
    return "Say how: map %s = %s%s::%s, or another expression"
        .formatted(name, source, impossible ? "::text" : "", type);
  }

  /** dblink reads a composite value whole, so that only its fields can be put in another order. */
  private static String takenApart(Assignment assignment) {
    ColumnType type = assignment.target().type();
    String source = assignment.from().get(0).quoted();
    String fields =
        type.attributes().stream()
            .map(attribute -> attribute.name().quoted())
            .collect(Collectors.joining(", "));
    return "Take it apart on the source: plan copy (select …, (%s).FIELD, … from …) -> … map %s = row(%s)::%s"
        .formatted(source, assignment.target().name().quoted(), fields, type.name().sql());
  }

  private static String zoneCure(Assignment assignment, String from) {
    String name = assignment.target().name().quoted();
    String source = assignment.from().get(0).quoted();
    boolean zoneInTarget = assignment.target().type().name().name().name().equals("timetz");
    String moment =
        from.equals("date") ? source + "::timestamp" : from.startsWith("timestamp") ? source : "";
    boolean named = !moment.isEmpty() && !zoneInTarget && !from.endsWith("[]");
    return named
        ? "Name the zone: map %s = %s at time zone 'UTC'".formatted(name, moment)
        : "Say how: map %s = EXPRESSION".formatted(name);
  }
}
