package io.linkspan.check;

import io.linkspan.plan.CopyPlan;
import io.linkspan.trouble.Scene;
import java.util.Optional;

/** Where an error comes up that ends what is done with a plan. */
public final class PlanScene {
  private PlanScene() {}

  /** While rows are read or written. */
  public static Scene copy(CopyPlan plan) {
    return Scene.copy(source(plan), target(plan));
  }

  /** While the link is opened. */
  static Scene link(CopyPlan plan) {
    return Scene.link(source(plan), target(plan));
  }

  private static Scene.End source(CopyPlan plan) {
    return new Scene.End(plan.source().connection(), Optional.of(plan.source().server().role()));
  }

  private static Scene.End target(CopyPlan plan) {
    return new Scene.End(plan.target().connection(), Optional.of(plan.target().server().role()));
  }
}
