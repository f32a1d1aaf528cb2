package io.linkspan.report;

import io.linkspan.plan.CopyPlan;
import io.linkspan.plan.Division;
import java.util.List;

/** Says in words how a plan is carried out. */
public final class HowItRunsText {
  private HowItRunsText() {}

  /** A phrase, and why so. */
  public static String of(CopyPlan plan) {
    return how(plan.howItRuns().division()) + ", because " + plan.howItRuns().reason();
  }

  private static String how(Division division) {
    String together = "; every batch commits by itself, all read one snapshot of the source";
    if (division instanceof Division.Pages pages) {
      return "in batches of %s (ctid), about %s each, by %s%s"
          .formatted(
              Quantity.count(pages.pagesPerBatch(), "page"),
              Quantity.count(pages.rowsPerBatch(), "row"),
              workers(pages.workers()),
              together);
    }
    if (division instanceof Division.KeyRanges keys) {
      List<String> names = keys.key().stream().map(column -> column.name().quoted()).toList();
      return "in batches of %s by ranges of %s, by %s%s"
          .formatted(
              Quantity.count(keys.rowsPerBatch(), "row"),
              String.join(", ", names),
              workers(keys.workers()),
              together);
    }
    return division instanceof Division.Fetches fetches
        ? "in one transaction, fetched from a cursor on the source, at most %s at a time"
            .formatted(Quantity.count(fetches.rowsPerFetch(), "row"))
        : "in one statement and one transaction";
  }

  private static String workers(int count) {
    return Quantity.count(count, "worker");
  }

  /** What the statement that is shown is. */
  static String statement(CopyPlan plan, String link) {
    Division division = plan.howItRuns().division();
    String target = plan.target().connection();
    if (division instanceof Division.Pages) {
      return " (on %s, through link %s: the first batch)".formatted(target, link);
    }
    if (division instanceof Division.KeyRanges) {
      return " (on %s, through link %s: each batch adds its range)".formatted(target, link);
    }
    return division instanceof Division.Fetches
        ? " (on %s, through link %s: until no row is left)".formatted(target, link)
        : " (runs on %s as one transaction, through link %s)".formatted(target, link);
  }
}
