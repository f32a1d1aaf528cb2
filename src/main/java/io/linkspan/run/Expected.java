package io.linkspan.run;

import io.linkspan.plan.CopyPlan;
import io.linkspan.plan.Reading;
import java.util.OptionalLong;

/** How many rows a run may read, before it has read any. */
final class Expected {
  private Expected() {}

  static OptionalLong rows(CopyPlan plan) {
    return plan.where().isEmpty()
            && plan.reading() instanceof Reading.OfTable of
            && of.table().estimatedRows() > 0
        ? OptionalLong.of(of.table().estimatedRows())
        : OptionalLong.empty();
  }
}
