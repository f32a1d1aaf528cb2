package io.linkspan.page;

import io.linkspan.check.Planned;
import io.linkspan.plan.CopyPlan;
import io.linkspan.session.Fact;
import io.linkspan.session.Fact.Made;
import io.linkspan.session.Fact.Ran;
import io.linkspan.session.Fact.Verified;
import io.linkspan.session.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What became of one plan: it was run, maybe compared, or neither.
 *
 * @param verified the comparison that was made last
 */
record Story(Planned planned, Optional<Ran> ran, Optional<Verified> verified) {

  /**
   * The stories of a session in their order: one for each run, and one for each copy whose last
   * plan was not run.
   */
  static List<Story> of(List<Step> steps) {
    List<Story> stories = new ArrayList<>();
    for (Step step : steps) {
      for (Fact fact : step.facts()) {
        if (fact instanceof Made made) {
          dropPlan(stories, made.planned().plan());
          stories.add(new Story(made.planned(), Optional.empty(), Optional.empty()));
        } else if (fact instanceof Ran ran) {
          dropPlan(stories, ran.planned().plan());
          stories.add(new Story(ran.planned(), Optional.of(ran), Optional.empty()));
        } else if (fact instanceof Verified verified) {
          tell(stories, verified);
        }
      }
    }
    stories.removeIf(
        story ->
            story.ran().isEmpty()
                && story.verified().isEmpty()
                && stories.stream()
                    .anyMatch(other -> other.ran().isPresent() && same(other, story)));
    return List.copyOf(stories);
  }

  /** The last run of a session. */
  static Optional<Story> lastRun(List<Step> steps) {
    return of(steps).stream().filter(story -> story.ran().isPresent()).reduce((a, b) -> b);
  }

  /** Whether the other one has the same statements, and the same was found. */
  boolean plannedAs(Story other) {
    return planned.plan().request().equals(other.planned.plan().request())
        && planned.statement().equals(other.planned.statement())
        && planned.findings().equals(other.planned.findings());
  }

  /** A plan that was refined, or run, is told of there. */
  private static void dropPlan(List<Story> stories, CopyPlan plan) {
    stories.removeIf(
        story ->
            story.ran().isEmpty()
                && story.verified().isEmpty()
                && PlanPart.copy(story.planned().plan()).equals(PlanPart.copy(plan)));
  }

  /** Whether a plan is that of a run to the letter, as after it. */
  private static boolean same(Story run, Story plan) {
    return run.planned().plan().request().equals(plan.planned().plan().request())
        && PlanPart.copy(run.planned().plan()).equals(PlanPart.copy(plan.planned().plan()));
  }

  private static void tell(List<Story> stories, Verified verified) {
    for (int i = stories.size() - 1; i >= 0; i--) {
      Story story = stories.get(i);
      if (story.isOf(verified)) {
        stories.set(i, new Story(story.planned(), story.ran(), Optional.of(verified)));
        return;
      }
    }
  }

  private boolean isOf(Verified verified) {
    boolean numbered =
        verified.verification().run().isPresent()
            && ran.map(each -> each.receipt().pieces().run().isPresent()).orElse(false);
    return PlanPart.copy(planned.plan()).equals(PlanPart.copy(verified.plan()))
        && (!numbered
            || verified.verification().run().equals(ran.orElseThrow().receipt().pieces().run()));
  }
}
