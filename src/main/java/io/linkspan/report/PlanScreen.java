package io.linkspan.report;

import static io.linkspan.check.Finding.Severity.ERROR;
import static io.linkspan.check.Finding.Severity.WARNING;

import io.linkspan.catalog.Table;
import io.linkspan.check.Checks;
import io.linkspan.check.Finding;
import io.linkspan.check.Planned;
import io.linkspan.plan.CopyPlan;
import io.linkspan.plan.Reading;
import java.util.ArrayList;
import java.util.List;

/**
 * The screen of a plan. The statement, of any length, comes first, so that on a terminal of 24 rows
 * the rest stands above the prompt: what goes where, what is lost, how it runs, what was found.
 */
public final class PlanScreen {
  private PlanScreen() {}

  /** All of it. */
  public static List<Line> of(Planned shown, Page page) {
    CopyPlan plan = shown.plan();
    List<Line> lines = new ArrayList<>();
    lines.add(
        Line.of(Style.HEADING, "statement")
            .plus(Style.DIM, HowItRunsText.statement(plan, shown.statement().link())));
    shown.statementLines().forEach(line -> lines.add(Line.of(Style.SQL, "  " + line)));
    lines.add(Line.EMPTY);
    lines.addAll(route(plan, page));
    lines.add(verdict(shown));
    lines.add(Line.EMPTY);
    lines.addAll(MappingPicture.of(MappingRows.of(plan), page));
    lines.add(Line.EMPTY);
    PlanFacts.of(plan).forEach(fact -> lines.addAll(fact.lines(page, Gutter.SAME)));
    lines.add(Line.EMPTY);
    lines.addAll(Messages.atAGlance(shown.findings(), page));
    lines.add(next(shown.findings()));
    return lines;
  }

  /** From where to where; on two lines where one is too short. */
  private static List<Line> route(CopyPlan plan, Page page) {
    Line from =
        Line.of(Style.HEADING, "copy ")
            .plus(Style.NAME, plan.source().connection() + ":" + plan.reading().label())
            .plus(Style.DIM, size(plan.reading()));
    String into = plan.target().connection() + ":" + plan.into().name().quoted();
    String size = size(new Reading.OfTable(plan.into()));
    boolean fits = page.textWidth().applyAsInt(from.text() + " -> " + into + size) <= page.width();
    Line start = fits ? from.plus(Style.HEADING, " -> ") : Line.of(Style.HEADING, "  -> ");
    Line to = start.plus(Style.NAME, into).plus(Style.DIM, size);
    return fits ? List.of(to) : List.of(from, to);
  }

  private static String size(Reading reading) {
    if (!(reading instanceof Reading.OfTable of) || of.table().kind() == Table.Kind.VIEW) {
      return "";
    }
    long rows = of.table().estimatedRows();
    return rows < 0 ? " (never analyzed)" : " (about " + Quantity.count(rows, "row") + ")";
  }

  /** Whether it may be run, before any detail. */
  private static Line verdict(Planned shown) {
    String errors = Quantity.count(shown.count(ERROR), "error");
    String warnings = Quantity.count(shown.count(WARNING), "warning");
    boolean warned = shown.count(WARNING) > 0;
    if (shown.count(ERROR) > 0) {
      return Line.of(Style.ERROR, "refused: " + errors + (warned ? ", " + warnings : ""));
    }
    return warned
        ? Line.of(Style.GOOD, "ready").plus(Style.WARNING, ", with " + warnings)
        : Line.of(Style.GOOD, "ready");
  }

  /** What the user may do about the plan now. */
  static Line next(List<Finding> findings) {
    return Checks.refuse(findings)
        ? Line.of(Style.ERROR, "The run is refused until the errors are mended.")
        : Line.of(Style.DIM, "Next: preview, conflicts, run dry, run");
  }
}
