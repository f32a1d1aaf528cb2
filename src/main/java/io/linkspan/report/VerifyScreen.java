package io.linkspan.report;

import io.linkspan.catalog.Key;
import io.linkspan.plan.Assignment;
import io.linkspan.plan.Comparison;
import io.linkspan.plan.ConflictAction;
import io.linkspan.plan.CopyPlan;
import io.linkspan.report.Grid.Cell;
import io.linkspan.report.Grid.Head;
import io.linkspan.verify.RowGroup;
import io.linkspan.verify.RowSample;
import io.linkspan.verify.Verdict;
import io.linkspan.verify.Verification;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The screen of a comparison: the counts, the first rows of each trouble, and one last line. */
public final class VerifyScreen {
  private VerifyScreen() {}

  /** All of it. */
  public static List<Line> of(CopyPlan plan, Verification found, Page page) {
    List<Line> lines = new ArrayList<>();
    lines.add(
        Line.of(Style.HEADING, "comparison")
            .plus(
                " of %s:%s with %s:%s%s"
                    .formatted(
                        plan.source().connection(),
                        plan.reading().label(),
                        plan.target().connection(),
                        plan.into().name(),
                        found.run().isPresent() ? ", run " + found.run().getAsLong() : "")));
    counts(plan, found, lines);
    notCompared(found, page, lines);
    lines.add(
        Line.of(
            "  time      %10s  %s rows/s"
                .formatted(Quantity.time(found.elapsed()), Quantity.count(found.rowsPerSecond()))));
    for (RowGroup group : found.groups()) {
      if (worthShowing(group, found) && !group.samples().isEmpty()) {
        lines.addAll(samples(plan, found.comparison(), group, page));
      }
    }
    lines.addAll(VerifySentence.of(plan, found, page));
    return lines;
  }

  /** Without a journal, most rows that only the target has were there before. */
  private static boolean worthShowing(RowGroup group, Verification found) {
    return !group.verdict().isSkipped()
        && (group.verdict() != Verdict.ONLY_ON_TARGET || found.run().isPresent());
  }

  private static void counts(CopyPlan plan, Verification found, List<Line> lines) {
    String by =
        found
            .comparison()
            .pairing()
            .map(key -> "by " + key.name().name())
            .orElse("as whole rows: no key tells them apart");
    lines.add(count("compared", found.rows()).plus("  " + by));
    lines.add(count("equal", found.equal()));
    String columns =
        found.columns().entrySet().stream()
            .map(each -> each.getKey() + " " + Quantity.count(each.getValue()))
            .collect(Collectors.joining(", "));
    some(found, Verdict.DIFFERS, "differ", "in " + columns, lines);
    some(found, Verdict.MISSING, "missing", "on " + plan.target().connection(), lines);
    if (found.skipped() > 0) {
      boolean updates = plan.conflict() instanceof ConflictAction.Update;
      lines.add(
          updates
              ? count("left", found.skipped()).plus("  with values that DO UPDATE leaves")
              : count("skipped", found.skipped()));
      found.groups().stream()
          .filter(group -> group.verdict().isSkipped())
          .forEach(group -> lines.add(skipped(group)));
    }
    some(found, Verdict.CHANGED, "changed", "by somebody since the run", lines);
    String written =
        found.run().isPresent()
            ? "written by the run, not on %s now".formatted(plan.source().connection())
            : "not on %s: there before, or gone there since".formatted(plan.source().connection());
    some(found, Verdict.ONLY_ON_TARGET, "only there", written, lines);
  }

  private static Line count(String label, long rows) {
    return Line.of("  %-10s%10s".formatted(label, Quantity.count(rows)));
  }

  private static void some(
      Verification found, Verdict verdict, String label, String remark, List<Line> lines) {
    long rows = found.count(verdict);
    if (rows > 0) {
      lines.add(count(label, rows).plus(Style.WARNING, "  " + remark));
    }
  }

  private static Line skipped(RowGroup group) {
    String clash =
        switch (group.verdict()) {
          case SKIPPED_ON_TARGET -> ", on the target already";
          case SKIPPED_IN_SOURCE -> ", twice in the copy";
          default -> "";
        };
    return Line.of("    %18s  by ".formatted(Quantity.count(group.rows())))
        .plus(Style.KEY, group.key())
        .plus(clash);
  }

  private static void notCompared(Verification found, Page page, List<Line> lines) {
    String text =
        found.comparison().notCompared().stream()
            .map(left -> "%s (%s)".formatted(left.column().name().name(), left.reason()))
            .collect(Collectors.joining("; "));
    String head = "  not compared  ";
    for (Line line : text.isEmpty() ? List.<Line>of() : page.wrapped(text, head.length())) {
      lines.add(Line.of(head + line.text().substring(head.length())));
      head = " ".repeat(head.length());
    }
  }

  private static List<Line> samples(
      CopyPlan plan, Comparison comparison, RowGroup group, Page page) {
    List<Line> lines = new ArrayList<>();
    int shown = group.samples().size();
    lines.add(
        Line.of(Style.WARNING, Quantity.count(group.rows(), "row"))
            .plus(" ")
            .plus(title(plan, group))
            .plus(group.rows() > shown ? ", the first " + shown : ""));
    boolean values = group.samples().stream().anyMatch(sample -> !sample.columns().isEmpty());
    List<Head> heads = new ArrayList<>();
    keyColumns(comparison).forEach(name -> heads.add(Head.cutting(Visible.line(name))));
    if (values) {
      heads.add(Head.cutting("column"));
      heads.add(Head.cutting("on " + plan.source().connection()));
      heads.add(Head.cutting("on " + plan.target().connection()));
    }
    List<List<Cell>> rows = new ArrayList<>();
    group.samples().forEach(sample -> rows.addAll(rows(sample, values)));
    lines.addAll(new Grid(heads, rows).render(page));
    return lines;
  }

  private static String title(CopyPlan plan, RowGroup group) {
    boolean one = group.rows() == 1;
    return switch (group.verdict()) {
      case DIFFERS -> one ? "differs" : "differ";
      case MISSING -> (one ? "is" : "are") + " missing on " + plan.target().connection();
      case CHANGED -> (one ? "was" : "were") + " changed by somebody since the run";
      default -> (one ? "is" : "are") + " only on " + plan.target().connection();
    };
  }

  private static List<String> keyColumns(Comparison comparison) {
    return comparison
        .pairing()
        .flatMap(Key::columns)
        .orElseGet(
            () -> comparison.columns().stream().map(Assignment::target).map(c -> c.name()).toList())
        .stream()
        .map(name -> name.name())
        .toList();
  }

  /** A row for each column that differs; the key stands in the first of them alone. */
  private static List<List<Cell>> rows(RowSample sample, boolean values) {
    List<List<Cell>> rows = new ArrayList<>();
    for (int i = 0; i < Math.max(1, sample.columns().size()); i++) {
      List<Cell> row = new ArrayList<>();
      for (String part : sample.key()) {
        row.add(Cell.of(i == 0 ? Visible.line(part) : ""));
      }
      if (values) {
        boolean there = i < sample.columns().size();
        row.add(Cell.of(there ? Visible.line(sample.columns().get(i)) : ""));
        row.add(Cell.of(there ? Visible.line(sample.source().get(i)) : ""));
        row.add(Cell.of(there ? Visible.line(sample.target().get(i)) : ""));
      }
      rows.add(row);
    }
    return rows;
  }
}
