package io.linkspan.report;

import io.linkspan.journal.BatchCounts;
import io.linkspan.journal.JournaledRun;
import io.linkspan.journal.RunState;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/** The screen of one run that a target keeps, with all that is known of it. */
public final class RunScreen {
  private final JournaledRun run;
  private final ZoneId zone;
  private final Page page;
  private final List<Line> lines = new ArrayList<>();

  private RunScreen(JournaledRun run, ZoneId zone, Page page) {
    this.run = run;
    this.zone = zone;
    this.page = page;
  }

  /**
   * All of it.
   *
   * @param zone in which moments are told
   */
  public static List<Line> of(JournaledRun run, ZoneId zone, Page page) {
    RunScreen screen = new RunScreen(run, zone, page);
    screen.head();
    screen.facts();
    screen.counts();
    screen.statement();
    return screen.lines;
  }

  private void head() {
    lines.add(
        Line.of(Style.HEADING, "run " + run.number())
            .plus(" of " + Visible.line(RunWords.copy(run.entry()))));
  }

  private void facts() {
    lines.add(Line.of(Style.DIM, "  state       ").plus(RunWords.style(run), RunWords.state(run)));
    fact("begun", RunWords.moment(run.begun(), zone) + " by " + run.role());
    run.ended()
        .ifPresent(
            ended ->
                fact(
                    run.state() == RunState.UNDONE ? "undone" : "ended",
                    RunWords.moment(ended, zone)));
    fact("source", run.entry().sourceDatabase());
    fact("request", run.entry().request());
    fact("division", RunWords.division(run.entry().division()));
    if (run.batches() > 1) {
      int left = run.batches() - run.batchesDone();
      fact(
          "batches",
          "%s done, %s left".formatted(Quantity.count(run.batchesDone()), Quantity.count(left)));
    }
    run.entry().snapshot().ifPresent(snapshot -> fact("snapshot", snapshot + " on the source"));
  }

  private void fact(String label, String text) {
    String head = "  " + page.padRight(label, 12);
    for (String part : Wrapping.wrap(Visible.text(text), page.width() - head.length(), page)) {
      lines.add(Line.of(Style.DIM, head).plus(part));
      head = " ".repeat(head.length());
    }
  }

  private void counts() {
    BatchCounts counts = run.counts();
    count("read", counts.read(), true);
    count("duplicates", counts.duplicates(), false);
    count("inserted", counts.inserted(), true);
    count("updated", counts.updated(), false);
    count("dropped", counts.dropped(), false);
    count("skipped", counts.skipped(), false);
    count("removed", run.undoneRows(), run.state() == RunState.UNDONE);
  }

  private void count(String label, long rows, boolean always) {
    if (always || rows > 0) {
      lines.add(
          Line.of(Style.DIM, "  %-10s".formatted(label))
              .plus("%12s".formatted(Quantity.count(rows))));
    }
  }

  private void statement() {
    String which = run.batches() > 1 ? " (to which each batch adds its range)" : "";
    lines.add(Line.EMPTY);
    lines.add(Line.of(Style.HEADING, "statement").plus(Style.DIM, which));
    (run.entry().statement() + ";")
        .lines()
        .forEach(line -> lines.add(Line.of(Style.SQL, "  " + Visible.text(line))));
    List<String> next = RunWords.next(run);
    if (!next.isEmpty()) {
      lines.add(Line.EMPTY);
      lines.add(Line.of(Style.DIM, "Next: " + String.join(", ", next)));
    }
  }
}
