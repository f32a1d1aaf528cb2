package io.linkspan.check;

import io.linkspan.catalog.Table;
import io.linkspan.plan.Assignment;
import io.linkspan.plan.CopyPlan;
import java.util.ArrayList;
import java.util.List;

/** A target that takes no rows: a materialized view, a standby, a generated column. */
final class UnfitTarget implements PlanCheck {
  @Override
  public List<Finding> check(CopyPlan plan) {
    List<Finding> findings = new ArrayList<>();
    String on = plan.target().connection();
    if (plan.target().server().standby()) {
      findings.add(
          Finding.error(
              CheckId.UNFIT_TARGET,
              "target \"%s\" is a standby and takes no writes (SQLSTATE 25006)".formatted(on),
              "Connect to the primary: connect %s URI".formatted(on)));
    } else if (plan.target().server().readOnly()) {
      findings.add(
          Finding.error(
              CheckId.UNFIT_TARGET,
              "target \"%s\" is connected read only (SQLSTATE 25006)".formatted(on),
              "Connect without the words read only: connect %s …".formatted(on)));
    }
    Table.Kind kind = plan.into().kind();
    if (kind == Table.Kind.MATERIALIZED_VIEW) {
      findings.add(
          Finding.error(
              CheckId.UNFIT_TARGET,
              "\"%s\" is a materialized view and takes no rows (SQLSTATE 42809)"
                  .formatted(plan.into().name()),
              "Copy into a table."));
    }
    if (kind == Table.Kind.VIEW || kind == Table.Kind.FOREIGN_TABLE) {
      findings.add(
          Finding.warning(
              CheckId.UNFIT_TARGET,
              "\"%s\" is %s: its keys cannot be seen from here"
                  .formatted(
                      plan.into().name(), kind == Table.Kind.VIEW ? "a view" : "a foreign table"),
              "Copy into the table behind it, if there is one."));
    }
    if (plan.into().hasChildren()) {
      findings.add(
          Finding.warning(
              CheckId.UNFIT_TARGET,
              "tables inherit from \"%s\": its keys do not see their rows, so a row may come twice"
                  .formatted(plan.into().name()),
              "Look at the children first: describe %s".formatted(plan.into().name())));
    }
    plan.assignments().stream()
        .map(Assignment::target)
        .filter(column -> column.isGenerated())
        .forEach(
            column ->
                findings.add(
                    Finding.error(
                        CheckId.UNFIT_TARGET,
                        "column \"%s\" is generated and takes no value (SQLSTATE 428C9)"
                            .formatted(column.name().name()),
                        "Leave it to the target: map %s = default"
                            .formatted(column.name().quoted()))));
    return findings;
  }
}
