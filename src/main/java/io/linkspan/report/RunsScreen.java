package io.linkspan.report;

import io.linkspan.journal.JournaledRun;
import io.linkspan.report.Grid.Cell;
import io.linkspan.report.Grid.Head;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** The screen of the runs that a target keeps. */
public final class RunsScreen {
  private static final int INDENT = 7;

  /** A column and what stands in it. */
  private record Column(Head head, Function<JournaledRun, Cell> cell) {}

  private RunsScreen() {}

  /**
   * A row for each run, in their order.
   *
   * @param zone in which moments are told
   */
  public static List<Line> of(List<JournaledRun> runs, ZoneId zone, Page page) {
    List<Column> columns = new ArrayList<>();
    columns.add(plain(Head.number("Run"), run -> String.valueOf(run.number())));
    columns.add(plain(Head.of("Begun"), run -> RunWords.minute(run.begun(), zone)));
    columns.add(
        new Column(Head.of("State"), run -> new Cell(RunWords.style(run), RunWords.state(run))));
    if (runs.stream().anyMatch(run -> run.batches() > 1)) {
      columns.add(plain(Head.number("Batches"), RunsScreen::batches));
    }
    columns.add(plain(Head.number("Inserted"), run -> Quantity.count(run.counts().inserted())));
    if (runs.stream().anyMatch(run -> run.counts().updated() > 0)) {
      columns.add(plain(Head.number("Updated"), run -> Quantity.count(run.counts().updated())));
    }
    columns.add(plain(Head.number("Skipped"), run -> Quantity.count(run.counts().skipped())));
    List<List<Cell>> rows = new ArrayList<>();
    runs.forEach(
        run -> rows.add(columns.stream().map(column -> column.cell().apply(run)).toList()));
    // Two names in a column would leave no room for numbers.
    return new Grid(columns.stream().map(Column::head).toList(), rows)
        .render(page, i -> copy(runs.get(i), page));
  }

  private static List<Line> copy(JournaledRun run, Page page) {
    return page.wrapped(Visible.line(RunWords.copy(run.entry())), INDENT);
  }

  private static Column plain(Head head, Function<JournaledRun, String> text) {
    return new Column(head, run -> Cell.of(text.apply(run)));
  }

  private static String batches(JournaledRun run) {
    return run.batches() > 1
        ? Quantity.count(run.batchesDone()) + "/" + Quantity.count(run.batches())
        : "";
  }
}
