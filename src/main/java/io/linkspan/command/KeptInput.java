package io.linkspan.command;

import io.linkspan.plan.CopyPlan;
import io.linkspan.request.CopyRequest;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;

/**
 * An input of the session that a saved script has.
 *
 * @param text as it stands there
 * @param route the route that was set when it was carried out, such as {@code archive -> main};
 *     empty for none
 * @param plan the plan that was in hand, where the input made one or ran it
 * @param run the number in the journal, where it ran
 * @param typedWith variables whose values stand in the plan
 * @param transaction tells inputs of one transaction from others; empty for those of none
 */
record KeptInput(
    Kind kind,
    String text,
    String route,
    Optional<InHand> plan,
    OptionalLong run,
    Set<String> typedWith,
    OptionalInt transaction) {
  KeptInput {
    typedWith = Set.copyOf(typedWith);
  }

  /**
   * The plan that was in hand.
   *
   * @param typed its request, with the variables that were typed
   */
  record InHand(CopyPlan plan, CopyRequest typed) {}

  /** What the input is. */
  enum Kind {
    /** It made or refined a plan; stands alone for the ones before it that were not run. */
    PLAN,
    /** It ran a plan. */
    RUN,
    /** It ran one and rolled it back; kept where something is expected of it. */
    DRY_RUN,
    /** It looks at what a run did. */
    LOOK_AT_RUN,
    /** It sets something, on no server. */
    SCENE,
    /** Anything else, as typed. */
    TEXT,
    /** It held a secret, which cannot be kept. */
    SECRET
  }
}
