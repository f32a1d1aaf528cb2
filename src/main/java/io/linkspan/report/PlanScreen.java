package io.linkspan.report;

import io.linkspan.catalog.Table;
import io.linkspan.check.Checks;
import io.linkspan.check.Finding;
import io.linkspan.pg.Identifier;
import io.linkspan.plan.CopyPlan;
import io.linkspan.plan.LeftOut;
import io.linkspan.plan.Reading;
import io.linkspan.request.Distinct;
import io.linkspan.statement.DblinkStatement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The screen of a plan: the route, the mapping, the statement, and what was found. */
public final class PlanScreen {
  private PlanScreen() {}

  /** All of it. */
  public static List<Line> of(
      CopyPlan plan, DblinkStatement statement, List<Finding> findings, Page page) {
    List<Line> lines = new ArrayList<>();
    lines.addAll(route(plan, page));
    lines.add(Line.EMPTY);
    lines.addAll(new MappingPicture(plan, page).lines());
    lines.add(Line.EMPTY);
    facts(plan, lines, page);
    lines.add(Line.EMPTY);
    lines.add(
        Line.of(Style.HEADING, "statement")
            .plus(Style.DIM, HowItRunsText.statement(plan, statement.link())));
    statements(statement).forEach(line -> lines.add(Line.of(Style.SQL, "  " + line)));
    lines.add(Line.EMPTY);
    lines.addAll(Messages.findings(findings, page));
    lines.add(next(findings));
    return lines;
  }

  /** The statements of a plan, each ended by a semicolon. */
  static List<String> statements(DblinkStatement statement) {
    return Stream.concat(
            statement.declaration().stream().map(sql -> "-- on the source:\n" + sql + ";"),
            statement.all().stream().map(sql -> sql + ";"))
        .flatMap(String::lines)
        .toList();
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
    return rows < 0 ? " (never analyzed)" : " (about " + Quantity.count(rows) + " rows)";
  }

  private static void facts(CopyPlan plan, List<Line> lines, Page page) {
    fact(lines, page, "not copied", grouped(plan.notCopied()));
    fact(lines, page, "not filled", grouped(plan.unfilled()));
    fact(lines, page, "rows", plan.where().map(text -> "where " + text).orElse("all"));
    fact(lines, page, "equal rows", distinct(plan));
    String rule = plan.conflict().sql();
    fact(
        lines,
        page,
        "clashes",
        rule.isEmpty() ? "stop the copy (no ON CONFLICT)" : rule.replaceAll("\\s+", " "));
    if (plan.overridingSystemValue()) {
      fact(lines, page, "identity", "takes the given values (OVERRIDING SYSTEM VALUE)");
    }
    plan.sequences()
        .forEach(
            move ->
                fact(
                    lines,
                    page,
                    "sequence",
                    move.sequence().quoted()
                        + " is moved on to the highest "
                        + move.column().quoted()));
    fact(lines, page, "runs", HowItRunsText.of(plan));
    if (plan.truncate()) {
      fact(lines, page, "first", "TRUNCATE empties the target, in the same transaction");
    }
  }

  private static void fact(List<Line> lines, Page page, String label, String text) {
    if (text.isEmpty()) {
      return;
    }
    String head = "  " + page.padRight(label, 12);
    for (String part : Wrapping.wrap(text, page.width() - head.length(), page)) {
      lines.add(Line.of(Style.DIM, head).plus(part));
      head = " ".repeat(head.length());
    }
  }

  /** The columns by the reason why they are left out: {@code id, note (no such column …); …}. */
  private static String grouped(List<LeftOut> leftOuts) {
    Map<String, List<String>> byReason = new LinkedHashMap<>();
    for (LeftOut left : leftOuts) {
      Identifier name = left.column().name();
      byReason.computeIfAbsent(left.reason(), r -> new ArrayList<>()).add(name.quoted());
    }
    return String.join(
        "; ",
        byReason.entrySet().stream()
            .map(e -> String.join(", ", e.getValue()) + " (" + e.getKey() + ")")
            .toList());
  }

  private static String distinct(CopyPlan plan) {
    if (plan.insteadOfDistinct().isPresent()) {
      return "the second is skipped by %s anyway, so DISTINCT is left out"
          .formatted(plan.insteadOfDistinct().orElseThrow().name().name());
    }
    Distinct distinct = plan.distinct();
    if (distinct instanceof Distinct.On on) {
      return "one for each "
          + String.join(", ", on.expressions())
          + (on.orderBy().isEmpty() ? ", whichever comes first" : ", the first by " + on.orderBy());
    }
    return distinct instanceof Distinct.All ? "one of them (DISTINCT)" : "";
  }

  private static Line next(List<Finding> findings) {
    return Checks.refuse(findings)
        ? Line.of(Style.ERROR, "The run is refused until the errors are mended.")
        : Line.of(Style.DIM, "Next: preview, conflicts, run dry, run");
  }
}
