package io.linkspan.report;

import io.linkspan.check.Finding;
import io.linkspan.check.Finding.Severity;
import io.linkspan.check.Planned;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * What a refinement did to a plan, with the parts that are as they were left out: lines that are
 * gone behind {@code -}, new ones behind {@code +}, then what is wrong now.
 */
public final class PlanChangeScreen {
  /** Unchanged lines of the statement that are shown around changed ones. */
  private static final int AROUND = 1;

  private final PlanChange change;
  private final Page page;
  private final List<Line> lines = new ArrayList<>();

  private PlanChangeScreen(PlanChange change, Page page) {
    this.change = change;
    this.page = page;
  }

  /** From one plan to the other. */
  public static List<Line> of(Planned before, Planned after, Page page) {
    PlanChangeScreen screen = new PlanChangeScreen(PlanChange.between(before, after), page);
    screen.mapping();
    screen.facts();
    screen.statement();
    screen.findings(after);
    return screen.lines;
  }

  private void mapping() {
    Difference<MappingRow> mapping = change.mapping();
    if (mapping.isEmpty()) {
      return;
    }
    List<MappingPicture.Marked> changed =
        mapping.entries().stream()
            .filter(entry -> entry.gutter() != Gutter.SAME)
            .map(entry -> new MappingPicture.Marked(entry.gutter(), entry.element()))
            .toList();
    lines.addAll(MappingPicture.marked(changed, page));
    asBefore(mapping.of(Gutter.SAME).size(), "column");
    lines.add(Line.EMPTY);
  }

  private void facts() {
    change.facts().forEach(fact -> lines.addAll(fact.element().lines(page, fact.gutter())));
    if (!change.facts().isEmpty()) {
      lines.add(Line.EMPTY);
    }
  }

  private void statement() {
    List<Difference.Entry<String>> all = change.statement().entries();
    if (change.statement().isEmpty()) {
      return;
    }
    List<String> hidden = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      Difference.Entry<String> entry = all.get(i);
      if (isNearChange(all, i)) {
        hidden(hidden);
        lines.add(entry.gutter().line(Line.of(Style.DIM, entry.element())));
      } else {
        hidden.add(entry.element());
      }
    }
    hidden(hidden);
    lines.add(Line.EMPTY);
  }

  /** One line takes no more room than to say that there is one. */
  private void hidden(List<String> hidden) {
    if (hidden.size() == 1) {
      lines.add(Gutter.SAME.line(Line.of(Style.DIM, hidden.get(0))));
    } else {
      asBefore(hidden.size(), "line");
    }
    hidden.clear();
  }

  private static boolean isNearChange(List<Difference.Entry<String>> all, int index) {
    int from = Math.max(0, index - AROUND);
    int to = Math.min(all.size(), index + AROUND + 1);
    return all.subList(from, to).stream().anyMatch(entry -> entry.gutter() != Gutter.SAME);
  }

  private void asBefore(int count, String noun) {
    if (count > 0) {
      lines.add(Line.of(Style.DIM, "  … " + Quantity.count(count, noun) + " as before"));
    }
  }

  /** Errors are shown again, for they must be mended; of the rest, what is new or gone. */
  private void findings(Planned after) {
    if (change.isEmpty()) {
      lines.add(Line.of(Style.DIM, "The plan is as it was."));
    }
    change.findings().of(Gutter.GONE).stream()
        .filter(finding -> isNews(finding, change.findings().of(Gutter.NEW)))
        .forEach(this::gone);
    List<Finding> told = new ArrayList<>(after.findings());
    told.removeIf(
        finding ->
            finding.severity() != Severity.ERROR
                && !isNews(finding, change.findings().of(Gutter.SAME)));
    lines.addAll(
        told.size() == after.findings().size()
            ? Messages.findings(told, page)
            : Messages.remarks(told, page));
    rest(after, told, Severity.WARNING, "warning");
    rest(after, told, Severity.NOTE, "note");
    lines.add(PlanScreen.next(after.findings()));
  }

  private static boolean isNews(Finding finding, List<Finding> others) {
    return others.stream()
        .noneMatch(
            other ->
                Objects.equals(other.fields().message(), finding.fields().message())
                    && other.severity() == finding.severity());
  }

  private void gone(Finding finding) {
    String text = finding.severity() + ": " + finding.fields().message();
    for (String part : Wrapping.wrap(text, page.width() - Gutter.WIDTH, page)) {
      lines.add(Gutter.GONE.line(Line.of(part)));
    }
  }

  private void rest(Planned after, List<Finding> told, Severity severity, String noun) {
    long here = told.stream().filter(finding -> finding.severity() == severity).count();
    asBefore(Math.toIntExact(after.count(severity) - here), noun);
  }
}
