package io.linkspan.report;

import io.linkspan.run.Progress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** Where a long piece of work stands: its head, then a line for each worker; or one plain line. */
public final class ProgressScreen {
  private static final int BAR = 20;

  private final Progress now;
  private final OptionalLong rowsPerSecond;

  private ProgressScreen(Progress now, OptionalLong rowsPerSecond) {
    this.now = now;
    this.rowsPerSecond = rowsPerSecond;
  }

  /** The lines for a terminal, none of them wider than the page. */
  public static List<Line> of(Progress now, OptionalLong rowsPerSecond, Page page) {
    ProgressScreen screen = new ProgressScreen(now, rowsPerSecond);
    List<Line> lines = new ArrayList<>(screen.head(page));
    lines.addAll(screen.workers(page));
    return lines.stream().map(page::cut).toList();
  }

  /** All in one line, of any width, for where nothing can be drawn over. */
  public static Line brief(Progress now, OptionalLong rowsPerSecond) {
    ProgressScreen screen = new ProgressScreen(now, rowsPerSecond);
    OptionalInt percent = screen.percent();
    List<String> parts = new ArrayList<>();
    parts.add(screen.rows() + (percent.isPresent() ? " (" + percent.getAsInt() + " %)" : ""));
    screen.addRate(parts);
    if (!screen.addTimeLeft(parts)) {
      parts.add(screen.elapsed());
    }
    return Line.of(now.what() + ": " + String.join(", ", parts));
  }

  /** On one line where the page is wide enough for it. */
  private List<Line> head(Page page) {
    List<String> parts = new ArrayList<>();
    parts.add(rows());
    addRate(parts);
    addTimeLeft(parts);
    parts.add(elapsed());
    addBatches(parts);
    List<Line> lines = new ArrayList<>();
    String what = Visible.line(now.what()) + "  ";
    Line line = bar(Line.of(Style.NAME, what));
    boolean empty = true;
    for (String part : parts) {
      String next = (empty ? "" : ", ") + part;
      if (!empty && page.textWidth().applyAsInt(line.text() + next) >= page.width()) {
        lines.add(line.plus(","));
        line = Line.of(page.padRight("", page.textWidth().applyAsInt(what)));
        next = part;
      }
      line = line.plus(next);
      empty = false;
    }
    lines.add(line);
    return lines;
  }

  private Line bar(Line before) {
    OptionalInt percent = percent();
    if (percent.isEmpty()) {
      return before;
    }
    int done = BAR * percent.getAsInt() / 100;
    return before
        .plus(Style.GOOD, "█".repeat(done))
        .plus(Style.DIM, "░".repeat(BAR - done))
        .plus("%4d %%  ".formatted(percent.getAsInt()));
  }

  /** Not over 99 before the end, for the number that is expected may be too low. */
  private OptionalInt percent() {
    if (now.expectedRows().isEmpty()) {
      return OptionalInt.empty();
    }
    if (now.batches().isPresent() && now.batchesDone() >= now.batches().getAsInt()) {
      return OptionalInt.of(100);
    }
    double share = now.rows() / (double) Math.max(1, now.expectedRows().getAsLong());
    return OptionalInt.of((int) Math.max(0, Math.min(99, Math.floor(share * 100))));
  }

  private String rows() {
    return now.expectedRows().isPresent()
        ? Quantity.count(now.rows())
            + " of about "
            + Quantity.count(now.expectedRows().getAsLong(), "row")
        : Quantity.count(now.rows(), "row");
  }

  private void addRate(List<String> parts) {
    rowsPerSecond.ifPresent(rate -> parts.add(Quantity.count(rate) + " rows/s"));
  }

  /** Adds it where it can be told; says whether it could. */
  private boolean addTimeLeft(List<String> parts) {
    long rate = rowsPerSecond.orElse(0);
    long rowsLeft = now.expectedRows().orElse(0) - now.rows();
    if (now.rows() <= 0 || rate <= 0 || rowsLeft <= 0) {
      return false;
    }
    Duration left = Duration.ofSeconds(Math.max(1, Math.round(rowsLeft / (double) rate)));
    return parts.add("about " + Quantity.roughTime(left) + " left");
  }

  private String elapsed() {
    return Quantity.roughTime(now.elapsed()) + " so far";
  }

  private void addBatches(List<String> parts) {
    if (now.batches().isPresent()) {
      int all = now.batches().getAsInt();
      parts.add(Quantity.count(now.batchesDone()) + " of " + count(all, "batch", "batches"));
    } else if (now.batchesDone() > 0) {
      parts.add(count(now.batchesDone(), "batch", "batches"));
    }
  }

  private static String count(int number, String one, String many) {
    return Quantity.count(number) + " " + (number == 1 ? one : many);
  }

  private List<Line> workers(Page page) {
    int digits = widest(now.workers().stream().map(w -> "" + w.number()).toList(), page);
    List<String> rows = now.workers().stream().map(w -> Quantity.count(w.rows(), "row")).toList();
    int counts = widest(rows, page);
    int room = Math.max(1, page.width() - digits - counts - 6);
    List<String> doing =
        now.workers().stream().map(w -> Wrapping.cut(Visible.line(w.doing()), room, page)).toList();
    int columns = widest(doing, page);
    List<Line> lines = new ArrayList<>();
    for (int i = 0; i < now.workers().size(); i++) {
      String number = page.padLeft("" + now.workers().get(i).number(), digits);
      lines.add(
          Line.of(Style.DIM, "  " + number + "  ")
              .plus(page.padRight(doing.get(i), columns) + "  ")
              .plus(page.padLeft(rows.get(i), counts)));
    }
    return lines;
  }

  private static int widest(List<String> texts, Page page) {
    return texts.stream().mapToInt(page.textWidth()).max().orElse(0);
  }
}
