package io.linkspan.command;

import io.linkspan.command.LessonShelf.Entry;
import io.linkspan.lesson.Goal;
import io.linkspan.lesson.Lesson;
import io.linkspan.lesson.LessonStep;
import io.linkspan.lesson.Places;
import io.linkspan.lesson.TextBlock;
import io.linkspan.pg.UserException;
import io.linkspan.report.LessonScreen;
import io.linkspan.report.Line;
import io.linkspan.report.Page;
import io.linkspan.session.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** A learner on the way through the lessons. */
final class Learning {
  private final Workspace workspace;
  private final LessonShelf shelf = new LessonShelf();
  private final LessonProgress progress;
  private final LessonGround ground;
  private final LessonChecks checks;
  private Optional<Lectern> lectern = Optional.empty();

  /** Whether the input that just ended was about the lesson itself. */
  private boolean spoken;

  /** Whether the input that is carried out is the answer of the step. */
  private boolean skipping;

  /**
   * Where the learner stands.
   *
   * @param index of the step, from 0
   * @param hints how many were given
   * @param since how many inputs had ended when the step began
   */
  private record Lectern(Entry entry, int index, int hints, long since) {
    Lesson lesson() {
      return entry.lesson();
    }

    LessonStep step() {
      return lesson().steps().get(index);
    }
  }

  Learning(Workspace workspace) {
    this.workspace = workspace;
    this.progress = new LessonProgress(workspace.environment().stateFolder());
    this.ground = new LessonGround(workspace);
    this.checks = new LessonChecks(workspace, ground);
  }

  LessonShelf shelf() {
    return shelf;
  }

  /** The input that is carried out is about the lesson itself: it achieves nothing. */
  void speaks() {
    spoken = true;
  }

  /** These lessons, with what is done and where the learner stopped. */
  Outcome list(List<Entry> entries, Page page) {
    List<LessonScreen.Listed> listed =
        entries.stream()
            .map(each -> new LessonScreen.Listed(each.number(), each.lesson(), state(each)))
            .toList();
    return new Outcome.Paged(LessonScreen.list(listed, next(entries), page));
  }

  private String state(Entry entry) {
    LessonProgress.State state = progress.of(entry.key());
    if (state.stopped()) {
      return "%d of %d".formatted(state.step(), entry.lesson().steps().size());
    }
    return state.done() ? "done" : "";
  }

  private String next(List<Entry> entries) {
    Optional<Entry> open = unfinished(entries);
    return open.map(this::nextOf).orElse("All are done. Once more: learn again NAME");
  }

  private String nextOf(Entry entry) {
    return (progress.of(entry.key()).stopped() ? "Go on: learn " : "Begin: learn ") + entry.call();
  }

  /** The first that was begun and not gone through, else the first that was never done. */
  private Optional<Entry> unfinished(List<Entry> entries) {
    return entries.stream()
        .filter(entry -> progress.of(entry.key()).stopped())
        .findFirst()
        .or(() -> entries.stream().filter(e -> !progress.of(e.key()).done()).findFirst());
  }

  /** Starts a lesson, or goes on where the learner stopped. */
  Outcome begin(Entry entry, Invocation typed) {
    Optional<Lectern> here = lectern.filter(stand -> stand.entry().equals(entry));
    if (here.isPresent()) {
      return shown(step(here.orElseThrow(), typed.page()));
    }
    int steps = entry.lesson().steps().size();
    return begin(entry, Math.min(progress.of(entry.key()).step(), steps) - 1, typed);
  }

  /** Starts a lesson from its first step. */
  Outcome again(Optional<Entry> named, Invocation typed) {
    return begin(named.orElseGet(() -> require().entry()), 0, typed);
  }

  private Outcome begin(Entry entry, int index, Invocation typed) {
    List<Supplier<Outcome>> outcomes = new ArrayList<>();
    outcomes.add(() -> ground.prepare(entry.lesson(), typed.questions()));
    outcomes.add(() -> shown(LessonScreen.opening(entry.number(), entry.lesson(), typed.page())));
    if (index > 0) {
      outcomes.add(() -> catchUp(entry.lesson(), index, typed));
    }
    outcomes.add(() -> shown(stand(entry, index, typed.page())));
    return Outcome.inTurn(outcomes);
  }

  /** What earlier steps made may be gone, so it is made again. */
  private Outcome catchUp(Lesson lesson, int steps, Invocation typed) {
    return new Outcome.Working(
        told -> {
          lesson.steps().subList(0, steps).forEach(step -> answer(lesson, step, typed));
          return Outcome.line(
              steps == 1
                  ? "Step 1 was done for you again, so that all is as you left it."
                  : "Steps 1 to %d were done for you again, so that all is as you left it."
                      .formatted(steps));
        });
  }

  private void answer(Lesson lesson, LessonStep step, Invocation typed) {
    for (String input : step.right()) {
      quietly(ground.places(lesson).filled(input), typed);
    }
  }

  private void quietly(String input, Invocation typed) {
    try {
      Silently.carryOut(workspace.typing().type(input, typed));
    } catch (UserException e) {
      // Many a step is there to see an error.
      return;
    }
  }

  private List<Line> stand(Entry entry, int index, Page page) {
    progress.at(entry.key(), index + 1);
    Lectern stand = new Lectern(entry, index, 0, ended());
    lectern = Optional.of(stand);
    return step(stand, page);
  }

  private long ended() {
    return workspace.session().forgotten() + workspace.session().steps().size();
  }

  private List<Line> step(Lectern stand, Page page) {
    return LessonScreen.step(stand.lesson(), stand.index(), ground.places(stand.lesson()), page);
  }

  /** The next hint; after the last one, an answer. */
  Outcome hint(Page page) {
    Lectern stand = require();
    LessonStep step = stand.step();
    if (stand.hints() >= step.hints().size()) {
      return shown(
          step.onlyText()
              ? List.of(Line.of("There is nothing to do here. Go on with: learn next"))
              : LessonScreen.answer("One answer:", step, ground.places(stand.lesson()), page));
    }
    lectern =
        Optional.of(new Lectern(stand.entry(), stand.index(), stand.hints() + 1, stand.since()));
    return shown(
        LessonScreen.hint(step.hints().get(stand.hints()), ground.places(stand.lesson()), page));
  }

  /** Goes on behind a text, does a step for the learner; without a lesson, begins the next one. */
  Outcome next(Invocation typed) {
    return lectern.isPresent()
        ? skip(typed)
        : unfinished(shelf.all())
            .map(entry -> begin(entry, typed))
            .orElseGet(() -> list(shelf.all(), typed.page()));
  }

  /** Does the step for the learner and goes on. */
  Outcome skip(Invocation typed) {
    Lectern stand = require();
    LessonStep step = stand.step();
    if (step.onlyText()) {
      return shown(advance(stand, typed.page()));
    }
    // What the answer shows is to be seen, and it achieves the step as if it had been typed.
    spoken = false;
    skipping = true;
    List<Supplier<Outcome>> outcomes = new ArrayList<>();
    Places places = ground.places(stand.lesson());
    outcomes.add(() -> shown(LessonScreen.answer("Done for you:", step, places, typed.page())));
    step.right()
        .forEach(input -> outcomes.add(() -> workspace.typing().type(places.filled(input), typed)));
    return Outcome.inTurn(outcomes);
  }

  private List<Line> inTheWay(Lectern stand, Page page) {
    List<Line> lines = new ArrayList<>();
    lines.addAll(
        page.wrapped(
            "It did not come out as it should; something that was done before is in the way."
                + " To begin the lesson anew: learn again",
            0));
    lines.addAll(advance(stand, page));
    return lines;
  }

  /** Leaves the lesson; where the learner stands is kept. */
  Outcome quit() {
    Lectern stand = require();
    lectern = Optional.empty();
    return Outcome.line("You left the lesson. Go on any time: learn " + stand.entry().name());
  }

  private Lectern require() {
    return lectern.orElseThrow(
        () ->
            UserException.usage(
                "no lesson is under way",
                unfinished(shelf.all())
                    .map(entry -> nextOf(entry) + ", or see all: learn")
                    .orElse("See the lessons: learn")));
  }

  /** After an input: the next step, where the input achieved this one. */
  Optional<Outcome> afterwards(Page page) {
    boolean aside = spoken;
    boolean skipped = skipping;
    spoken = false;
    skipping = false;
    if (aside || lectern.isEmpty()) {
      return Optional.empty();
    }
    Lectern stand = require();
    if (stand.step().onlyText()) {
      return Optional.empty();
    }
    LessonChecks.Done done =
        new LessonChecks.Done(
            since(stand.since()), skipped ? filled(stand, stand.step().right()) : List.of());
    Optional<Goal> missing = checks.missing(stand.lesson(), stand.step(), done);
    Optional<List<Line>> said =
        missing.isEmpty()
            ? Optional.of(achieved(stand, page))
            : skipped
                ? Optional.of(inTheWay(stand, page))
                : missing
                    .filter(goal -> Attempts.failed(stand.step(), done.inputs(), goal))
                    .map(goal -> notYet(stand, goal, done, page));
    workspace.answered(Optional.empty());
    return said.map(Learning::shown);
  }

  private List<Line> notYet(Lectern stand, Goal missing, LessonChecks.Done done, Page page) {
    String why =
        missing.otherwise().isEmpty()
            ? checks.lack(missing.check(), done)
            : missing.otherwise().stream().map(TextBlock::joined).collect(Collectors.joining(" "));
    return LessonScreen.notYet(ground.places(stand.lesson()).filled(why), page);
  }

  private List<String> filled(Lectern stand, List<String> inputs) {
    Places places = ground.places(stand.lesson());
    return inputs.stream().map(places::filled).toList();
  }

  private List<Step> since(long ended) {
    List<Step> steps = workspace.session().steps();
    long from = Math.max(0, ended - workspace.session().forgotten());
    return steps.subList((int) Math.min(from, steps.size()), steps.size());
  }

  private List<Line> achieved(Lectern stand, Page page) {
    List<Line> lines = new ArrayList<>();
    lines.addAll(LessonScreen.achieved(stand.step(), ground.places(stand.lesson()), page));
    lines.addAll(advance(stand, page));
    return lines;
  }

  private List<Line> advance(Lectern stand, Page page) {
    if (stand.index() + 1 < stand.lesson().steps().size()) {
      return stand(stand.entry(), stand.index() + 1, page);
    }
    progress.done(stand.entry().key());
    lectern = Optional.empty();
    String next =
        shelf
            .after(stand.entry())
            .map(entry -> "Next: learn %s (%s)".formatted(entry.call(), entry.lesson().title()))
            .orElse("It was the last one. See all: learn");
    return List.of(
        Line.EMPTY, Line.of("Lesson %d is done. %s".formatted(stand.entry().number(), next)));
  }

  private static Outcome shown(List<Line> lines) {
    return new Outcome.Shown(lines);
  }
}
