package io.linkspan.check;

import io.linkspan.plan.CopyPlan;
import io.linkspan.plan.Reading;
import java.util.List;

/** A source table that others inherit from, whose rows are read as well. */
final class InheritedRows implements PlanCheck {
  @Override
  public List<Finding> check(CopyPlan plan) {
    if (!(plan.reading() instanceof Reading.OfTable of) || !of.table().hasChildren()) {
      return List.of();
    }
    return List.of(
        Finding.note(
                CheckId.INHERITED_ROWS,
                "tables inherit from \"%s\" on \"%s\", and their rows are read as well"
                    .formatted(of.table().name(), plan.source().connection()))
            .withHint(
                "For its own rows alone: plan copy (select * from only %s) -> %s"
                    .formatted(of.table().name().quoted(), plan.into().name().quoted())));
  }
}
