package io.linkspan.page;

import io.linkspan.check.Planned;
import io.linkspan.journal.BatchCounts;
import io.linkspan.journal.CommittedBatch;
import io.linkspan.journal.JournaledRun;
import io.linkspan.journal.RunState;
import io.linkspan.page.CountsPart.Count;
import io.linkspan.page.Curve.Point;
import io.linkspan.page.Html.Fact;
import io.linkspan.report.Quantity;
import io.linkspan.report.RunWords;
import io.linkspan.session.Step;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** The page of a run of the journal, whoever made it. */
public final class RunPage {
  private final Head head;
  private final JournaledRun run;

  private RunPage(Head head, JournaledRun run) {
    this.head = head;
    this.run = run;
  }

  /**
   * What is known of a run.
   *
   * @param batches that are committed, by their moments
   * @param skippedBy skipped rows by key, as far as that was told
   * @param planned the plan made again, where it still makes the same statement
   */
  public record Known(
      JournaledRun run,
      List<CommittedBatch> batches,
      Map<String, Long> skippedBy,
      Optional<Planned> planned) {
    public Known {
      batches = List.copyOf(batches);
    }
  }

  /**
   * The page.
   *
   * @param steps of this session, which may have made the run or compared it
   * @param shown takes secrets out of any text
   */
  public static String of(Head head, Known known, List<Step> steps, UnaryOperator<String> shown) {
    return new RunPage(head, known.run()).page(known, steps, shown);
  }

  private String page(Known known, List<Step> steps, UnaryOperator<String> shown) {
    String title = "Run " + run.number() + ": " + RunWords.copy(run.entry()).replace(" -> ", " → ");
    Optional<Story> story = story(steps);
    Node did =
        story
            .flatMap(Story::ran)
            .map(ran -> RanPart.of(ran, "run"))
            .orElseGet(() -> Node.all(counts(), skipped(known), course(known)));
    Node compared = story.flatMap(Story::verified).map(VerifiedPart::of).orElse(Node.NOTHING);
    Node plan =
        story
            .map(Story::planned)
            .or(known::planned)
            .map(planned -> PlanPart.of(planned, "run"))
            .orElseGet(this::statement);
    return Document.of(
        title,
        Element.of(
            "main",
            HeadPart.of(head, title, List.of()),
            journal(),
            StoryPart.chapters(Node.all(did, compared), plan)),
        shown);
  }

  /** The same run as this session has it, with the whole course and what was found. */
  private Optional<Story> story(List<Step> steps) {
    return Story.of(steps).stream()
        .filter(
            story ->
                story
                    .ran()
                    .filter(
                        ran ->
                            ran.receipt().pieces().run().stream().anyMatch(n -> n == run.number()))
                    .isPresent())
        .filter(
            story ->
                story.planned().plan().target().connection().equals(run.entry().target())
                    && story.planned().plan().into().name().quoted().equals(run.entry().into()))
        .reduce((a, b) -> b);
  }

  private Node journal() {
    ZoneId zone = head.zone();
    List<Fact> facts = new ArrayList<>();
    Badge badge =
        switch (run.state()) {
          case FINISHED -> Badge.GOOD;
          case INTERRUPTED -> Badge.BAD;
          case RUNNING -> Badge.WARN;
          case UNDONE -> Badge.PLAIN;
        };
    facts.add(new Fact("State", badge.of(RunWords.state(run))));
    facts.add(Fact.of("Begun", RunWords.moment(run.begun(), zone) + " by " + run.role()));
    run.ended()
        .ifPresent(
            ended ->
                facts.add(
                    Fact.of(
                        run.state() == RunState.UNDONE ? "Undone" : "Ended",
                        RunWords.moment(ended, zone))));
    facts.add(new Fact("Source", Html.code(run.entry().sourceDatabase())));
    facts.add(new Fact("Request", Html.code(run.entry().request())));
    facts.add(Fact.of("Division", RunWords.division(run.entry().division())));
    if (run.batches() > 1) {
      facts.add(
          Fact.of(
              "Batches",
              "%s done, %s left"
                  .formatted(
                      Quantity.count(run.batchesDone()),
                      Quantity.count(run.batches() - run.batchesDone()))));
    }
    return Html.section("h2", "In the journal", Html.facts(facts));
  }

  private Node counts() {
    BatchCounts counts = run.counts();
    List<Count> all = new ArrayList<>();
    all.add(new Count("read", counts.read(), "", ""));
    all.add(new Count("inserted", counts.inserted(), "inserted", ""));
    some(all, new Count("updated", counts.updated(), "updated", ""));
    some(all, new Count("skipped", counts.skipped(), "skipped", "by a key"));
    some(all, new Count("duplicates", counts.duplicates(), "duplicates", "dropped by DISTINCT"));
    some(all, new Count("dropped", counts.dropped(), "dropped", "by a BEFORE trigger"));
    some(all, new Count("removed", run.undoneRows(), "", "by undo"));
    return Html.section("h3", "Receipt", CountsPart.of("run-rows", counts.read(), all), pace());
  }

  /** How long it took; nothing where it did not come to its end in one go. */
  private Node pace() {
    if (run.state() != RunState.FINISHED || run.ended().isEmpty()) {
      return Node.NOTHING;
    }
    Duration took = Duration.between(run.begun(), run.ended().orElseThrow());
    double seconds = took.toNanos() / 1e9;
    List<Fact> facts = new ArrayList<>(List.of(Fact.of("Time", Quantity.time(took))));
    if (seconds > 0) {
      long speed = Math.round(run.counts().read() / seconds);
      facts.add(Fact.of("Speed", Quantity.count(speed) + " rows/s"));
    }
    return Html.facts(facts);
  }

  private static void some(List<Count> all, Count count) {
    if (count.rows() > 0) {
      all.add(count);
    }
  }

  private Node skipped(Known known) {
    List<SkippedPart.ByKey> keys = new ArrayList<>();
    known.skippedBy().forEach((key, rows) -> keys.add(new SkippedPart.ByKey(key, "", rows)));
    return SkippedPart.of(run.counts().skipped(), keys);
  }

  private Node course(Known known) {
    if (known.batches().size() < 2) {
      return Node.NOTHING;
    }
    List<Point> points = new ArrayList<>(List.of(new Point(Duration.ZERO, 0)));
    long rows = 0;
    for (CommittedBatch batch : known.batches()) {
      rows += batch.read();
      points.add(new Point(Duration.between(run.begun(), batch.at()), rows));
    }
    return Html.section(
        "h3",
        "Rows over time",
        Element.of("p", "Each step is a batch, at the moment of its commit."),
        RowsChart.of("run-chart", List.of(new Curve("all rows", points))));
  }

  private Node statement() {
    return Html.section(
        "h3",
        "The statement",
        Element.of(
            "p",
            "The tables, or what they hold, have changed since: the plan cannot be drawn as it was."),
        Html.box(
            "Statement",
            Element.of("pre", Element.of("code", SqlMarkup.of(run.entry().statement() + ";")))));
  }
}
