package io.linkspan.report;

import io.linkspan.trouble.Seen;
import io.linkspan.trouble.Trouble;
import io.linkspan.trouble.Troubles;
import java.util.ArrayList;
import java.util.List;

/** The catalogue of troubles at the prompt. */
public final class TroubleScreen {
  private static final int INDENT = 2;

  private TroubleScreen() {}

  /** All of them, a line or two for each. */
  public static List<Line> list(Page page) {
    List<Line> lines = new ArrayList<>();
    String theme = "";
    for (Trouble trouble : Troubles.all()) {
      if (!trouble.theme().equals(theme)) {
        theme = trouble.theme();
        lines.add(Line.of(Style.HEADING, theme));
      }
      String states = String.join(" ", trouble.signs().states());
      lines.add(
          Line.of(" ".repeat(INDENT))
              .plus(Style.NAME, trouble.id())
              .plus(states.isEmpty() ? "" : "  " + states));
      lines.addAll(page.wrapped(trouble.title(), 2 * INDENT));
    }
    lines.add(Line.EMPTY);
    lines.add(Line.of("More on one of them: help ID, or help SQLSTATE"));
    return lines;
  }

  /** Some of them, whole, with an empty line between two. */
  public static List<Line> whole(List<Trouble> troubles, Page page) {
    List<Line> lines = new ArrayList<>();
    for (Trouble trouble : troubles) {
      if (!lines.isEmpty()) {
        lines.add(Line.EMPTY);
      }
      add(lines, trouble, page);
    }
    return lines;
  }

  private static void add(List<Line> lines, Trouble trouble, Page page) {
    lines.add(Line.of(Style.NAME, trouble.id()).plus(": " + trouble.title()));
    for (Seen seen : trouble.signs().seen()) {
      String versions =
          seen.everywhere()
              ? ""
              : seen.since() == seen.until()
                  ? " on " + seen.since()
                  : " on " + seen.since() + " to " + seen.until();
      add(
          lines,
          Style.ERROR,
          "ERROR:",
          seen.message() + " (SQLSTATE " + seen.state().code() + ")" + versions,
          page);
      if (!seen.detail().isEmpty()) {
        add(lines, Style.DIM, "DETAIL:", seen.detail(), page);
      }
    }
    if (trouble.silent()) {
      add(lines, Style.WARNING, "SILENT:", trouble.signs().silent(), page);
    }
    add(lines, Style.DIM, "SIDE:", trouble.signs().side().words(), page);
    add(lines, Style.DIM, "CAUSE:", trouble.advice().cause(), page);
    trouble.advice().next().forEach(way -> add(lines, Style.GOOD, "NEXT:", way, page));
    trouble.advice().byHand().forEach(way -> add(lines, Style.SQL, "BY HAND:", way, page));
    add(lines, Style.DIM, "FOUND:", trouble.found().words().replace("`", ""), page);
  }

  private static void add(List<Line> lines, Style style, String label, String text, Page page) {
    String head = " ".repeat(INDENT) + "%-9s".formatted(label);
    for (String part : Wrapping.wrap(Troubles.plain(text), page.width() - head.length(), page)) {
      lines.add(
          Line.of(style, head.stripTrailing())
              .plus(" ".repeat(head.length() - head.stripTrailing().length()) + part));
      head = " ".repeat(head.length());
    }
  }
}
