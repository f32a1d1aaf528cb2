package io.linkspan.page;

import io.linkspan.check.Planned;
import io.linkspan.plan.CopyPlan;
import io.linkspan.session.Fact;
import io.linkspan.session.Fact.Made;
import io.linkspan.session.Fact.Ran;
import io.linkspan.session.Fact.Stopped;
import io.linkspan.session.Fact.TakenBack;
import io.linkspan.session.Fact.Verified;
import io.linkspan.session.Step;
import io.linkspan.undo.Undone;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What became of one plan: it was run to its end or stopped, maybe compared, taken back, or none of
 * these.
 *
 * @param verified the comparison that was made last
 */
record Story(
    Planned planned,
    Optional<Ran> ran,
    Optional<Stopped> stopped,
    Optional<Verified> verified,
    Optional<Undone> undone) {

  private static Story of(Made made) {
    return new Story(
        made.planned(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
  }

  private static Story of(Ran ran) {
    return new Story(
        ran.planned(), Optional.of(ran), Optional.empty(), Optional.empty(), Optional.empty());
  }

  private static Story of(Stopped stopped) {
    return new Story(
        stopped.planned(),
        Optional.empty(),
        Optional.of(stopped),
        Optional.empty(),
        Optional.empty());
  }

  private Story with(Verified compared) {
    return new Story(planned, ran, stopped, Optional.of(compared), undone);
  }

  private Story with(Undone back) {
    return new Story(planned, ran, stopped, verified, Optional.of(back));
  }

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
          stories.add(of(made));
        } else if (fact instanceof Ran ran) {
          dropPlan(stories, ran.planned().plan());
          stories.add(of(ran));
        } else if (fact instanceof Stopped stopped) {
          dropPlan(stories, stopped.planned().plan());
          stories.add(of(stopped));
        } else if (fact instanceof Verified verified) {
          tell(stories, verified);
        } else if (fact instanceof TakenBack back) {
          tell(stories, back.undone());
        }
      }
    }
    stories.removeIf(
        story ->
            story.isPlanAlone()
                && stories.stream().anyMatch(other -> other.begun() && same(other, story)));
    return List.copyOf(stories);
  }

  /** The last run of a session. */
  static Optional<Story> lastRun(List<Step> steps) {
    return of(steps).stream().filter(Story::begun).reduce((a, b) -> b);
  }

  /** Whether it was run, to its end or not. */
  boolean begun() {
    return ran.isPresent() || stopped.isPresent();
  }

  private boolean isPlanAlone() {
    return !begun() && verified.isEmpty();
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
            story.isPlanAlone()
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
        stories.set(i, story.with(verified));
        return;
      }
    }
  }

  /** A run that was stopped and resumed has one number, and all of it is taken back. */
  private static void tell(List<Story> stories, Undone undone) {
    stories.replaceAll(story -> story.isOf(undone) ? story.with(undone) : story);
  }

  private boolean isOf(Verified verified) {
    boolean numbered =
        verified.verification().run().isPresent()
            && ran.map(each -> each.receipt().pieces().run().isPresent()).orElse(false);
    return PlanPart.copy(planned.plan()).equals(PlanPart.copy(verified.plan()))
        && (!numbered
            || verified.verification().run().equals(ran.orElseThrow().receipt().pieces().run()));
  }

  private boolean isOf(Undone undone) {
    return planned.plan().target().connection().equals(undone.run().entry().target())
        && planned.plan().into().name().quoted().equals(undone.run().entry().into())
        && (ran.stream()
                .flatMapToLong(each -> each.receipt().pieces().run().stream())
                .anyMatch(number -> number == undone.run().number())
            || stopped.stream()
                .flatMap(each -> each.course().stream())
                .flatMapToLong(moment -> moment.run().stream())
                .anyMatch(number -> number == undone.run().number()));
  }
}
