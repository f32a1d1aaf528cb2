package io.linkspan.report;

import io.linkspan.plan.CopyPlan;
import io.linkspan.run.Receipt;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.ToLongFunction;

/** The screen of a receipt: read, duplicates dropped, inserted, updated, skipped, time. */
public final class ReceiptScreen {
  private ReceiptScreen() {}

  /** All of it. */
  public static List<Line> of(CopyPlan plan, Receipt receipt) {
    List<Line> lines = new ArrayList<>();
    lines.add(
        Line.of(Style.HEADING, name(receipt))
            .plus(
                " of %s:%s -> %s:%s"
                    .formatted(
                        plan.source().connection(),
                        plan.reading().label(),
                        plan.target().connection(),
                        plan.into().name())));
    count(lines, "read", receipt.read(), receipt.read() == 0 ? "  the source gave no row" : "");
    apart(lines, receipt.read(), receipt, Receipt.Before::read);
    if (receipt.duplicates() > 0) {
      count(lines, "duplicates", receipt.duplicates(), "  dropped by DISTINCT");
    }
    count(lines, "inserted", receipt.inserted(), nothing(receipt));
    apart(lines, receipt.inserted(), receipt, Receipt.Before::inserted);
    if (receipt.updated() > 0) {
      count(lines, "updated", receipt.updated(), "");
      apart(lines, receipt.updated(), receipt, Receipt.Before::updated);
    }
    receipt
        .droppedByTrigger()
        .ifPresent(n -> count(lines, "dropped", n, "  by a BEFORE trigger of the target"));
    if (receipt.skipped() > 0 || receipt.skippedBy().size() > 0) {
      count(lines, "skipped", receipt.skipped(), "");
      apart(lines, receipt.skipped(), receipt, Receipt.Before::skipped);
      receipt.skippedBy().forEach(by -> lines.add(skipped(by)));
      rest(receipt, lines);
    }
    receipt.sequences().forEach(moved -> lines.add(sequence(moved, receipt.dry())));
    lines.add(
        Line.of(
            "  time      %10s  %s rows/s"
                .formatted(
                    Quantity.time(receipt.elapsed()), Quantity.count(receipt.rowsPerSecond()))));
    if (!pieces(receipt.pieces()).isEmpty()) {
      lines.add(Line.of("  pieces    " + pieces(receipt.pieces())));
    }
    lines.add(
        receipt.dry()
            ? Line.of(Style.WARNING, "Rolled back: nothing was changed.")
            : Line.of(Style.GOOD, "Committed."));
    return lines;
  }

  private static String name(Receipt receipt) {
    OptionalLong run = receipt.pieces().run();
    return receipt.dry() ? "dry run" : run.isPresent() ? "run " + run.getAsLong() : "run";
  }

  /** How it was done, where that was more than one statement. */
  private static String pieces(Receipt.Pieces pieces) {
    boolean resumed = pieces.before().isPresent();
    if (pieces.batches() <= 1 && pieces.retries() == 0 && !resumed) {
      return "";
    }
    return "%s by %s%s%s"
        .formatted(
            Quantity.count(pieces.batches(), "batch", "batches"),
            Quantity.count(pieces.workers(), "worker"),
            resumed ? " now" : "",
            pieces.retries() == 0
                ? ""
                : ", " + Quantity.count(pieces.retries(), "retry", "retries"));
  }

  private static String nothing(Receipt receipt) {
    return receipt.inserted() == 0 && receipt.updated() == 0 ? "  nothing was copied" : "";
  }

  private static void count(List<Line> lines, String label, long rows, String remark) {
    lines.add(
        Line.of("  %-10s%10s".formatted(label, Quantity.count(rows))).plus(Style.WARNING, remark));
  }

  /** Says of a resumed run's count, on its line, what came now and what had come before. */
  private static void apart(
      List<Line> lines, long all, Receipt receipt, ToLongFunction<Receipt.Before> count) {
    receipt
        .pieces()
        .before()
        .map(count::applyAsLong)
        .ifPresent(
            before -> {
              String words =
                  "  %s now, %s before"
                      .formatted(Quantity.count(all - before), Quantity.count(before));
              int last = lines.size() - 1;
              lines.set(last, lines.get(last).plus(Style.DIM, words));
            });
  }

  private static Line skipped(Receipt.SkippedBy by) {
    String clash =
        switch (by.clash()) {
          case TARGET -> "on the target already";
          case SOURCE -> "twice in the copy";
          case EITHER -> "";
        };
    return Line.of("    %18s  by ".formatted(Quantity.count(by.rows())))
        .plus(Style.KEY, by.key())
        .plus(clash.isEmpty() ? "" : ", " + clash);
  }

  /** Rows that no key could be told for: the keys that clash in turn depend on the order. */
  private static void rest(Receipt receipt, List<Line> lines) {
    long told = receipt.skippedBy().stream().mapToLong(Receipt.SkippedBy::rows).sum();
    if (told < receipt.skipped()) {
      lines.add(
          Line.of(
              "    %18s  by a key that could not be told"
                  .formatted(Quantity.count(receipt.skipped() - told))));
    }
  }

  private static Line sequence(Receipt.SequenceMoved moved, boolean dry) {
    String what =
        moved.to().isPresent()
            ? "moved on to " + moved.to().getAsLong()
            : dry ? "not moved by a dry run" : "is far enough";
    return Line.of("  sequence  " + moved.sequence() + " " + what);
  }
}
