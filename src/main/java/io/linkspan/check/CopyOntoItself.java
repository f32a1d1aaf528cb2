package io.linkspan.check;

import io.linkspan.plan.CopyPlan;
import io.linkspan.plan.Reading;
import java.util.List;

/** A truncate that would wait for its own read of the same table for ever. */
final class CopyOntoItself implements PlanCheck {
  @Override
  public List<Finding> check(CopyPlan plan) {
    boolean sameConnection = plan.source().connection().equals(plan.target().connection());
    boolean sameTable =
        plan.reading() instanceof Reading.OfTable of
            && of.table().name().equals(plan.into().name());
    if (!sameConnection || !sameTable) {
      return List.of();
    }
    return List.of(
        plan.truncate()
            ? Finding.error(
                CheckId.COPY_ONTO_ITSELF,
                "the copy empties \"%s\" and reads it through dblink, which waits for its own lock (SQLSTATE 55P03)"
                    .formatted(plan.into().name()),
                "Copy without it: truncate off")
            : Finding.warning(
                CheckId.COPY_ONTO_ITSELF,
                "\"%s\" is copied onto itself".formatted(plan.into().name()),
                "Name another target: plan copy … -> TARGET"));
  }
}
