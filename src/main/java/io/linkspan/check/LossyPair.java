package io.linkspan.check;

import io.linkspan.plan.Assignment;
import io.linkspan.plan.CopyPlan;
import io.linkspan.plan.Fidelity.Grade;
import java.util.List;

/** Two columns of one name whose types lose something between them. */
final class LossyPair implements PlanCheck {
  @Override
  public String id() {
    return "lossy-pair";
  }

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
      case IMPOSSIBLE -> Finding.error("impossible-pair", message, cure(assignment, to));
      case ZONE_LOST -> Finding.warning("zone-lost", message, zoneCure(assignment, from));
      case READ_FROM_TEXT -> Finding.warning("read-from-text", message, cure(assignment, to));
      default -> Finding.warning("narrowing-pair", message, cure(assignment, to));
    };
  }

  private static String cure(Assignment assignment, String type) {
    String name = assignment.target().name().quoted();
    String source = assignment.from().get(0).quoted();
    boolean impossible = assignment.fidelity().grade() == Grade.IMPOSSIBLE;
    return "Say how: map %s = %s%s::%s, or another expression"
        .formatted(name, source, impossible ? "::text" : "", type);
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
