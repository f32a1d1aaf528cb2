package io.linkspan.report;

import io.linkspan.check.CheckId;
import io.linkspan.check.Finding;
import io.linkspan.pg.ErrorFields;
import java.util.ArrayList;
import java.util.List;

/** Errors, warnings and notes in the form of PostgreSQL's own messages. */
public final class Messages {
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
