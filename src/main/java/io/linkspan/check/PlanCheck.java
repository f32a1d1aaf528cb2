package io.linkspan.check;

import io.linkspan.plan.CopyPlan;
import java.util.List;

/** One thing that can be wrong with a plan, seen from the plan alone. */
interface PlanCheck {
  /** What it finds, none where all is well. */
  List<Finding> check(CopyPlan plan);
}
