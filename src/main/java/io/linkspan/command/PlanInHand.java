package io.linkspan.command;

import io.linkspan.check.Planned;
import io.linkspan.pg.ErrorFields;
import io.linkspan.pg.UserException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/** The current plan and the ones that its refinements came from. */
final class PlanInHand {
  private final Deque<Planned> history = new ArrayDeque<>();

  /** The current plan, if there is one. */
  Optional<Planned> current() {
    return Optional.ofNullable(history.peek());
  }

  /**
   * The current plan.
   *
   * @throws UserException where there is none
   */
  Planned require() {
    return current()
        .orElseThrow(
            () ->
                new UserException(
                    UserException.Kind.USAGE,
                    ErrorFields.of("there is no plan")
                        .withHint("Make one: plan copy SOURCE -> TARGET")));
  }

  /** Begins anew with this plan. */
  void begin(Planned planned) {
    history.clear();
    history.push(planned);
  }

  /** Puts a refinement on top. */
  void refine(Planned planned) {
    history.push(planned);
  }

  /** Puts the same plan, looked at again, in the place of the current one. */
  void replace(Planned planned) {
    history.pop();
    history.push(planned);
  }

  /** Drops the last refinement and gives the plan before it. */
  Planned back() {
    require();
    if (history.size() == 1) {
      throw UserException.usage(
          "the plan has no refinement to take back", "Make another: plan copy SOURCE -> TARGET");
    }
    history.pop();
    return require();
  }

  void clear() {
    history.clear();
  }
}
