package io.linkspan.command;

import io.linkspan.check.Checks;
import io.linkspan.check.Planned;
import io.linkspan.report.Messages;
import io.linkspan.report.Page;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The plan of a script which is looked at, until a run or the like tells what is wrong with it; a
 * later clause may mend it, so that its errors are mistakes only where the script leaves it so.
 */
final class PlanUnseen {
  private final PlanInHand inHand;
  private final PlansLeft told;
  private Optional<Planned> unseen = Optional.empty();
  private String place = "";

  PlanUnseen(PlanInHand inHand, PlansLeft told) {
    this.inHand = inHand;
    this.told = told;
  }

  /**
   * What comes of a command that may make a plan, refine it or take a refinement back.
   *
   * @param anew whether it begins another one
   */
  Outcome planned(boolean anew, Page page, Supplier<Outcome> work) {
    Optional<Planned> before = inHand.current();
    if (anew) {
      left(page);
    }
    Outcome outcome = work.get();
    inHand
        .current()
        .filter(now -> anew || !before.equals(Optional.of(now)))
        .ifPresent(
            now -> {
              unseen = Optional.of(now);
              place = told.place();
            });
    return outcome;
  }

  /** What is wrong with the plan in hand has been told. */
  void seen() {
    unseen = Optional.empty();
  }

  /** The script leaves the plan as it is. */
  void left(Page page) {
    unseen
        .filter(plan -> Checks.refuse(plan.findings()))
        .ifPresent(plan -> told.left(place, Messages.remarks(plan.findings(), page)));
    seen();
  }
}
