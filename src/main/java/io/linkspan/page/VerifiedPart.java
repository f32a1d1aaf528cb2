package io.linkspan.page;

import io.linkspan.page.Html.Fact;
import io.linkspan.report.Quantity;
import io.linkspan.session.Fact.Verified;
import io.linkspan.verify.RowGroup;
import io.linkspan.verify.Verdict;
import io.linkspan.verify.Verification;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What a comparison of source and target found; no values of rows stand here. */
final class VerifiedPart {
  private VerifiedPart() {}

  static Node of(Verified verified) {
    Verification found = verified.verification();
    List<Node> rows = new ArrayList<>();
    rows.add(row("compared", found.rows(), by(found)));
    rows.add(row("equal", found.equal(), ""));
    found
        .groups()
        .forEach(group -> rows.add(row(word(group.verdict()), group.rows(), remark(group, found))));
    String notCompared =
        found.comparison().notCompared().stream()
            .map(left -> "%s (%s)".formatted(left.column().name().name(), left.reason()))
            .collect(Collectors.joining("; "));
    List<Fact> facts = new ArrayList<>();
    if (!notCompared.isEmpty()) {
      facts.add(Fact.of("Not compared", notCompared));
    }
    facts.add(Fact.of("Time", Quantity.time(found.elapsed())));
    facts.add(Fact.of("Speed", Quantity.count(found.rowsPerSecond()) + " rows/s"));
    return Html.section(
        "h3",
        "Verification",
        verdict(found),
        Html.table("Verification", List.of("Rows", "#Count", "Remark"), rows),
        Html.facts(facts));
  }

  /** One word for lists of runs. */
  static Element badge(Verification found) {
    return found.foundDifference() ? Badge.BAD.of("differs") : Badge.GOOD.of("verified");
  }

  private static Element verdict(Verification found) {
    long missing = found.count(Verdict.MISSING);
    long differ = found.count(Verdict.DIFFERS);
    return Element.of(
        "p",
        badge(found),
        Node.text(
            found.foundDifference()
                ? " Missing: %s; different: %s."
                    .formatted(Quantity.count(missing, "row"), Quantity.count(differ, "row"))
                : " No row is missing, and none differs."));
  }

  private static Node row(String label, long rows, String remark) {
    return Html.row(Html.rowHead(label), Html.number(Quantity.count(rows)), Node.text(remark));
  }

  private static String by(Verification found) {
    return found
        .comparison()
        .pairing()
        .map(key -> "by " + key.name().name())
        .orElse("as whole rows: no key tells them apart");
  }

  private static String word(Verdict verdict) {
    return switch (verdict) {
      case DIFFERS -> "differ";
      case MISSING -> "missing";
      case SKIPPED_ON_TARGET, SKIPPED_IN_SOURCE, SKIPPED -> "skipped";
      case CHANGED -> "changed";
      case ONLY_ON_TARGET -> "only on the target";
    };
  }

  private static String remark(RowGroup group, Verification found) {
    return switch (group.verdict()) {
      case DIFFERS ->
          "in "
              + found.columns().entrySet().stream()
                  .map(each -> each.getKey() + " " + Quantity.count(each.getValue()))
                  .collect(Collectors.joining(", "));
      case MISSING -> "on the target, and no conflict rule explains it";
      case SKIPPED_ON_TARGET -> "by " + group.key() + ", on the target already";
      case SKIPPED_IN_SOURCE -> "by " + group.key() + ", twice in the copy";
      case SKIPPED -> "by " + group.key();
      case CHANGED -> "by somebody since the run";
      case ONLY_ON_TARGET -> "there before, or gone on the source since";
    };
  }
}
