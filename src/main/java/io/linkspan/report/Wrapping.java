package io.linkspan.report;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Fits text into a number of columns. */
final class Wrapping {
  private static final Pattern BLANKS = Pattern.compile("\\s+");

  private final Page page;
  private final int columns;
  private final List<String> lines = new ArrayList<>();
  private String line = "";

  private Wrapping(Page page, int columns) {
    this.page = page;
    this.columns = columns;
  }

  /** The text on lines of at most that many columns, broken at blanks where it can be. */
  static List<String> wrap(String text, int columns, Page page) {
    Wrapping wrapping = new Wrapping(page, Math.max(1, columns));
    BLANKS.splitAsStream(text.strip()).forEach(wrapping::add);
    wrapping.lines.add(wrapping.line);
    return List.copyOf(wrapping.lines);
  }

  private void add(String word) {
    String longer = line.isEmpty() ? word : line + " " + word;
    if (fits(longer)) {
      line = longer;
      return;
    }
    if (!line.isEmpty()) {
      lines.add(line);
    }
    String rest = word;
    while (!fits(rest)) {
      String head = head(rest, columns, page);
      head = head.substring(0, seam(head));
      lines.add(head);
      rest = rest.substring(head.length());
    }
    line = rest;
  }

  /** Behind the last slash or at sign of a word that is cut, else its end. */
  private static int seam(String head) {
    int seam = Math.max(head.lastIndexOf('/'), head.lastIndexOf('@')) + 1;
    return seam > 1 ? seam : head.length();
  }

  private boolean fits(String text) {
    return page.textWidth().applyAsInt(text) <= columns;
  }

  /** As much of the text as fits, at least one character. */
  private static String head(String text, int columns, Page page) {
    int end = text.offsetByCodePoints(0, 1);
    while (end < text.length()) {
      int next = text.offsetByCodePoints(end, 1);
      if (page.textWidth().applyAsInt(text.substring(0, next)) > columns) {
        break;
      }
      end = next;
    }
    return text.substring(0, end);
  }

  /** As much of the text as fits, be it nothing. */
  static String start(String text, int columns, Page page) {
    String head = text.isEmpty() ? "" : head(text, columns, page);
    return page.textWidth().applyAsInt(head) <= columns ? head : "";
  }

  /** The text on one line, with an ellipsis for what does not fit. */
  static String cut(String text, int columns, Page page) {
    String line = BLANKS.matcher(text.strip()).replaceAll(" ");
    return page.textWidth().applyAsInt(line) <= columns
        ? line
        : head(line, Math.max(1, columns - 1), page) + "…";
  }
}
