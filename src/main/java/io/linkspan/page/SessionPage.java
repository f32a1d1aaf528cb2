package io.linkspan.page;

import io.linkspan.page.Html.Fact;
import io.linkspan.pg.UserException;
import io.linkspan.report.Quantity;
import io.linkspan.report.RunWords;
import io.linkspan.run.Receipt;
import io.linkspan.session.Step;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** The page of a whole session, or of the last run of it. */
public final class SessionPage {
  /** So many copies are told in full; of older ones the list of runs tells. */
  static final int IN_FULL = 25;

  private final Head head;

  private SessionPage(Head head) {
    this.head = head;
  }

  /**
   * The page of all that was typed and what came of it.
   *
   * @param forgotten how many older steps are not kept any more
   * @param shown takes secrets out of any text
   */
  public static String of(
      Head head, List<Step> steps, long forgotten, UnaryOperator<String> shown) {
    return new SessionPage(head).session(steps, forgotten, shown);
  }

  /**
   * The page of the last run.
   *
   * @throws UserException where nothing was run yet
   */
  public static String ofLastRun(Head head, List<Step> steps, UnaryOperator<String> shown) {
    Story story =
        Story.lastRun(steps)
            .orElseThrow(
                () ->
                    UserException.usage(
                        "nothing was run in this session yet",
                        "For a run of the journal: report run N to FILE.html; see them: runs"));
    String title = title(story);
    return Document.of(
        title,
        Element.of(
            "main",
            HeadPart.of(head, title, List.of()),
            StoryPart.chapters(StoryPart.did(story, "run"), PlanPart.of(story.planned(), "run"))),
        shown);
  }

  private static String title(Story story) {
    return name(story).orElse("Plan") + ": " + PlanPart.copy(story.planned().plan());
  }

  /** What the run is called; empty for a plan that was not run. */
  private static Optional<String> name(Story story) {
    return story
        .ran()
        .map(ran -> RanPart.name(ran.receipt()))
        .or(() -> story.stopped().map(StoppedPart::name));
  }

  private String session(List<Step> steps, long forgotten, UnaryOperator<String> shown) {
    List<Story> stories = Story.of(steps);
    String title =
        "Session"
            + (steps.isEmpty() ? "" : " of " + RunWords.moment(steps.get(0).begun(), head.zone()));
    List<Node> parts = new ArrayList<>();
    parts.add(HeadPart.of(head, title, facts(steps, forgotten)));
    parts.add(contents(stories));
    int first = Math.max(0, stories.size() - IN_FULL);
    for (int i = first; i < stories.size(); i++) {
      parts.add(
          Html.section("h2", title(stories.get(i)), content(stories, first, i))
              .with("id", "copy" + i)
              .styled("copy"));
    }
    parts.add(InputsPart.errors(steps));
    parts.add(InputsPart.expectations(steps));
    parts.add(InputsPart.inputs(steps, forgotten, head.zone()));
    return Document.of(title, Element.of("main", parts), shown);
  }

  /** A plan that is told of already is not told again. */
  private static Node content(List<Story> stories, int first, int number) {
    Story story = stories.get(number);
    String id = "copy" + number;
    for (int i = first; i < number; i++) {
      if (story.begun() && stories.get(i).plannedAs(story)) {
        return Node.all(
            StoryPart.did(story, id),
            Html.section(
                "h3",
                "The plan",
                Element.of(
                    "p",
                    Node.text("To the letter as above: "),
                    Element.of("a", title(stories.get(i))).with("href", "#copy" + i),
                    Node.text("."))));
      }
    }
    return StoryPart.content(story, id);
  }

  private static List<Fact> facts(List<Step> steps, long forgotten) {
    long failed = steps.stream().filter(step -> !step.wentWell()).count();
    Duration took =
        steps.stream()
            .filter(step -> !step.called())
            .map(Step::took)
            .reduce(Duration.ZERO, Duration::plus);
    return List.of(
        Fact.of(
            "Inputs",
            Quantity.count(steps.size() + forgotten)
                + (failed == 0 ? ", none failed" : ", " + Quantity.count(failed) + " failed")),
        Fact.of("Time", Quantity.time(took)));
  }

  private static Node contents(List<Story> stories) {
    if (stories.isEmpty()) {
      return Element.of("p", "Nothing was planned or run in this session.");
    }
    int first = Math.max(0, stories.size() - IN_FULL);
    List<Node> rows = new ArrayList<>();
    for (int i = 0; i < stories.size(); i++) {
      Story story = stories.get(i);
      rows.add(row(story, i < first ? Optional.empty() : Optional.of("#copy" + i)));
    }
    Node few =
        first == 0 ? Node.NOTHING : Element.of("p", "In full are told the last " + IN_FULL + ".");
    return Html.section(
        "h2",
        "Copies",
        few,
        Html.table(
            "Copies",
            List.of("Copy", "End", "#Read", "#Inserted", "#Updated", "#Skipped", "#Time"),
            rows));
  }

  private static Node row(Story story, Optional<String> place) {
    Optional<Receipt> receipt = story.ran().map(ran -> ran.receipt());
    String name = name(story).orElse("Plan, not run");
    Node named =
        place.<Node>map(href -> Element.of("a", name).with("href", href)).orElse(Node.text(name));
    return Html.row(
        Element.of(
                "th",
                named,
                Node.text(" "),
                Element.of("span", PlanPart.copy(story.planned().plan())).styled("route"))
            .with("scope", "row")
            .styled("copy"),
        StoryPart.badges(story),
        number(receipt.map(Receipt::read)),
        number(receipt.map(Receipt::inserted)),
        number(receipt.map(Receipt::updated)),
        number(receipt.map(Receipt::skipped)),
        Html.number(receipt.map(r -> Quantity.time(r.elapsed())).orElse("–")));
  }

  private static Element number(Optional<Long> rows) {
    return Html.number(rows.map(Quantity::count).orElse("–"));
  }
}
