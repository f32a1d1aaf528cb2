package io.linkspan.report;

import io.linkspan.check.CheckId;
import io.linkspan.check.Finding;
import io.linkspan.pg.ErrorFields;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Errors, warnings and notes in the form of PostgreSQL's own messages. */
public final class Messages {
  /** Findings of one kind that a glance takes in. */
  private static final int OF_ONE_KIND = 3;

  private record Kind(CheckId id, Finding.Severity severity) {}

  private Messages() {}

  /** The findings, each with its DETAIL and HINT; a line of praise where nothing is wrong. */
  public static List<Line> findings(List<Finding> findings, Page page) {
    List<Line> lines = new ArrayList<>(remarks(findings, page));
    boolean fine =
        findings.stream()
            .allMatch(
                f -> f.severity() == Finding.Severity.NOTE && f.id() != CheckId.TRANSACTION_OPEN);
    if (fine) {
      lines.add(Line.of(Style.GOOD, "Nothing found wrong; both servers accept the statement."));
    }
    return lines;
  }

  /**
   * The same for a screen that is read at a glance: of findings of one kind the first is told
   * whole, two more by their first words, and the rest counted. Errors are told whole.
   */
  static List<Line> atAGlance(List<Finding> findings, Page page) {
    Map<Kind, Integer> told = new HashMap<>();
    Map<CheckId, Integer> left = new EnumMap<>(CheckId.class);
    List<Finding> kept = new ArrayList<>();
    for (Finding finding : findings) {
      Kind kind = new Kind(finding.id(), finding.severity());
      int before = told.merge(kind, 1, Integer::sum) - 1;
      if (before == 0 || finding.severity() == Finding.Severity.ERROR) {
        kept.add(finding);
      } else if (before < OF_ONE_KIND) {
        kept.add(finding.firstWords());
      } else {
        left.merge(finding.id(), 1, Integer::sum);
      }
    }
    List<Line> lines = new ArrayList<>(findings(kept, page));
    left.forEach(
        (id, more) ->
            lines.add(
                Line.of(Style.WARNING, "and %d more of the kind %s".formatted(more, id.text()))));
    if (!kept.equals(findings)) {
      lines.add(Line.of(Style.DIM, "All that is to be said of these: check"));
    }
    return lines;
  }

  /** The findings of what is no plan, without praise. */
  public static List<Line> remarks(List<Finding> findings, Page page) {
    return findings.stream().flatMap(finding -> finding(finding, page).stream()).toList();
  }

  private static List<Line> finding(Finding finding, Page page) {
    return graded(finding.severity(), finding.fields(), page);
  }

  /** A message whose severity says what it matters. */
  static List<Line> graded(Finding.Severity severity, ErrorFields fields, Page page) {
    Style style =
        switch (severity) {
          case ERROR -> Style.ERROR;
          case WARNING -> Style.WARNING;
          case NOTE -> Style.DIM;
        };
    return message(severity.name(), style, fields, page);
  }

  /** A message with its severity word, DETAIL, HINT and CONTEXT, wrapped to the page. */
  public static List<Line> message(String severity, Style style, ErrorFields fields, Page page) {
    String state = fields.sqlState().map(s -> " (SQLSTATE " + s.code() + ")").orElse("");
    List<Line> lines = new ArrayList<>();
    labelled(lines, severity, style, fields.message() + state, page);
    fields.detail().ifPresent(text -> labelled(lines, "DETAIL", Style.DIM, text, page));
    fields.hint().ifPresent(text -> labelled(lines, "HINT", Style.GOOD, text, page));
    fields.context().ifPresent(text -> labelled(lines, "CONTEXT", Style.DIM, text, page));
    lines.addAll(ExplanationText.lines(fields, ExplanationText.WIDE, page));
    return lines;
  }

  private static void labelled(
      List<Line> lines, String label, Style style, String text, Page page) {
    String head = label + ":" + " ".repeat(Math.max(1, 8 - label.length()));
    for (String part : Wrapping.wrap(Visible.text(text), page.width() - head.length(), page)) {
      lines.add(
          head.isBlank()
              ? Line.of(head + part)
              : Line.of(style, head.stripTrailing())
                  .plus(head.substring(head.stripTrailing().length()) + part));
      head = " ".repeat(head.length());
    }
  }
}
