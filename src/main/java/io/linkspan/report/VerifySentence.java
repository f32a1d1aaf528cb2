package io.linkspan.report;

import io.linkspan.pg.ErrorFields;
import io.linkspan.plan.ConflictAction;
import io.linkspan.plan.CopyPlan;
import io.linkspan.verify.RowGroup;
import io.linkspan.verify.Verdict;
import io.linkspan.verify.Verification;
import java.util.List;
import java.util.stream.Collectors;

/** What a comparison comes to, in one sentence, and what to do about it. */
final class VerifySentence {
  private VerifySentence() {}

  static List<Line> of(CopyPlan plan, Verification found, Page page) {
    long differ = found.count(Verdict.DIFFERS);
    long missing = found.count(Verdict.MISSING);
    if (!found.foundDifference()) {
      Style style = found.count(Verdict.CHANGED) > 0 ? Style.WARNING : Style.GOOD;
      return page.wrapped(good(plan, found), 0).stream()
          .map(line -> Line.of(style, line.text()))
          .toList();
    }
    ErrorFields fields =
        ErrorFields.of(
            "of %s compared, %s missing and %s"
                .formatted(
                    Quantity.count(found.rows(), "row"),
                    missing == 0 ? "none is" : Quantity.count(missing) + are(missing),
                    differ == 0 ? "none differs" : Quantity.count(differ) + differ(differ)));
    return Messages.message("ERROR", Style.ERROR, hinted(fields, plan, found), page);
  }

  private static String are(long rows) {
    return rows == 1 ? " is" : " are";
  }

  private static String differ(long rows) {
    return rows == 1 ? " differs" : " differ";
  }

  private static String good(CopyPlan plan, Verification found) {
    if (found.rows() == 0) {
      return "0 rows compared: the source gives no row.";
    }
    String keys =
        found.groups().stream()
            .filter(group -> group.verdict().isSkipped())
            .map(RowGroup::key)
            .distinct()
            .collect(Collectors.joining(", "));
    long changed = found.count(Verdict.CHANGED);
    return "%s compared: none missing, none differ%s%s."
        .formatted(
            Quantity.count(found.rows(), "row"),
            found.skipped() == 0 ? "" : "; " + skipped(plan, found.skipped(), keys),
            changed == 0
                ? ""
                : "; %s %s changed on %s since"
                    .formatted(Quantity.count(changed), was(changed), plan.target().connection()));
  }

  private static String skipped(CopyPlan plan, long rows, String keys) {
    String count = Quantity.count(rows);
    return plan.conflict() instanceof ConflictAction.Update
        ? "%s %s values that DO UPDATE leaves".formatted(count, rows == 1 ? "has" : "have")
        : "%s %s skipped by %s".formatted(count, was(rows), keys);
  }

  private static String was(long rows) {
    return rows == 1 ? "was" : "were";
  }

  private static ErrorFields hinted(ErrorFields fields, CopyPlan plan, Verification found) {
    boolean skips = plan.conflict() instanceof ConflictAction.Skip;
    if (found.run().isEmpty() && skips && found.count(Verdict.DIFFERS) > 0) {
      return fields
          .withDetail(
              "No run of this copy is in the journal of %s, so rows that were there before cannot be"
                      .formatted(plan.target().connection())
                  + " told from rows that differ.")
          .withHint("See which rows the rule skips: conflicts");
    }
    if (found.unfinished()) {
      return fields.withHint(
          "Run %1$d was interrupted; go on with it: resume %1$d"
              .formatted(found.run().orElseThrow()));
    }
    return found.count(Verdict.MISSING) > 0
        ? fields.withHint("Rows that the source got after the copy are missing too; copy them: run")
        : fields;
  }
}
