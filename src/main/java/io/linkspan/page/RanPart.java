package io.linkspan.page;

import io.linkspan.page.CountsPart.Count;
import io.linkspan.page.Html.Fact;
import io.linkspan.plan.Division;
import io.linkspan.report.Quantity;
import io.linkspan.run.Receipt;
import io.linkspan.run.Receipt.SequenceMoved;
import io.linkspan.session.Fact.Ran;
import java.util.ArrayList;
import java.util.List;

/** What a run did: its receipt, how its rows grew, and what it skipped. */
final class RanPart {
  private RanPart() {}

  /** The name of a run, such as {@code Run 7}. */
  static String name(Receipt receipt) {
    return receipt.dry()
        ? "Dry run"
        : receipt.pieces().run().isPresent()
            ? "Run " + receipt.pieces().run().getAsLong()
            : "Run without journal";
  }

  static Node of(Ran ran, String id) {
    Receipt receipt = ran.receipt();
    return Node.all(
        Html.section(
            "h3",
            "Receipt",
            verdict(receipt),
            CountsPart.of(id + "-rows", receipt.read(), counts(receipt)),
            Html.facts(facts(receipt))),
        SkippedPart.of(
            receipt.skipped(),
            receipt.skippedBy().stream()
                .map(by -> new SkippedPart.ByKey(by.key(), clash(by), by.rows()))
                .toList()),
        Html.section("h3", "Rows over time", chart(ran, id)));
  }

  private static Element verdict(Receipt receipt) {
    return receipt.dry()
        ? Element.of("p", Badge.WARN.of("rolled back"), Node.text(" Nothing was changed."))
        : Element.of("p", Badge.GOOD.of("committed"));
  }

  private static List<Count> counts(Receipt receipt) {
    List<Count> counts = new ArrayList<>();
    counts.add(
        new Count("read", receipt.read(), "", receipt.read() == 0 ? "the source gave no row" : ""));
    counts.add(
        new Count(
            "inserted",
            receipt.inserted(),
            "inserted",
            receipt.inserted() + receipt.updated() == 0 ? "nothing was copied" : ""));
    counts.add(new Count("updated", receipt.updated(), "updated", ""));
    counts.add(new Count("skipped", receipt.skipped(), "skipped", "by a key, see below"));
    counts.add(new Count("duplicates", receipt.duplicates(), "duplicates", "dropped by DISTINCT"));
    receipt
        .droppedByTrigger()
        .ifPresent(
            rows ->
                counts.add(
                    new Count("dropped", rows, "dropped", "by a BEFORE trigger of the target")));
    counts.removeIf(
        count ->
            count.rows() == 0
                && List.of("updated", "skipped", "duplicates", "dropped").contains(count.label()));
    return counts;
  }

  private static List<Fact> facts(Receipt receipt) {
    List<Fact> facts = new ArrayList<>();
    facts.add(Fact.of("Time", Quantity.time(receipt.elapsed())));
    facts.add(Fact.of("Speed", Quantity.count(receipt.rowsPerSecond()) + " rows/s"));
    Receipt.Pieces pieces = receipt.pieces();
    if (pieces.batches() > 1 || pieces.retries() > 0) {
      facts.add(
          Fact.of(
              "Pieces",
              "%s by %s, %s"
                  .formatted(
                      Quantity.count(pieces.batches(), "batch", "batches"),
                      Quantity.count(pieces.workers(), "worker"),
                      Quantity.count(pieces.retries(), "retry", "retries"))));
    }
    receipt.sequences().forEach(moved -> facts.add(Fact.of("Sequence", sequence(moved, receipt))));
    return facts;
  }

  private static String sequence(SequenceMoved moved, Receipt receipt) {
    return moved.sequence()
        + (moved.to().isPresent()
            ? " moved on to " + moved.to().getAsLong()
            : receipt.dry() ? " not moved by a dry run" : " is far enough");
  }

  private static String clash(Receipt.SkippedBy by) {
    return switch (by.clash()) {
      case TARGET -> "a row that was on the target already";
      case SOURCE -> "an earlier row of the copy";
      case EITHER -> "a row of the target, or an earlier one of the copy";
    };
  }

  private static Node chart(Ran ran, String id) {
    List<Curve> curves = Curve.of(ran.receipt(), ran.course());
    if (curves.get(0).tells()) {
      return RowsChart.of(id + "-chart", curves);
    }
    boolean whole =
        ran.planned().plan().howItRuns().division() instanceof Division.Whole
            || ran.receipt().pieces().batches() <= 1;
    return Element.of(
        "p",
        (whole
                ? "There is no course to draw: one statement tells its rows when it ends, after %s."
                : "There is no course to draw: the run was over in %s, before it was looked at.")
            .formatted(Quantity.time(ran.receipt().elapsed())));
  }
}
