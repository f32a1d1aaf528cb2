package io.linkspan.report;

import io.linkspan.pg.ErrorFields;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** CAUSE and NEXT below the fields of an error; each line of NEXT is one way out. */
final class ExplanationText {
  /** Columns before the text where the first label is {@code ERROR:} and two blanks. */
  static final int NARROW = 8;

  /** Columns before the text where the longest label is {@code WARNING:}. */
  static final int WIDE = 9;

  /** What is to be typed as it stands: a line end in its middle could be one in a constant. */
  private static final Pattern CLAUSE = Pattern.compile("(map|where) ");

  private ExplanationText() {}

  /** The lines, none where nobody has explained the error. */
  static List<Line> lines(ErrorFields fields, int indent, Page page) {
    List<Line> lines = new ArrayList<>();
    fields
        .explanation()
        .ifPresent(
            why -> {
              add(lines, Style.DIM, "CAUSE:", why.cause(), indent, page);
              add(lines, Style.GOOD, "NEXT:", why.next(), indent, page);
            });
    return lines;
  }

  private static void add(
      List<Line> lines, Style style, String label, String text, int indent, Page page) {
    boolean first = true;
    for (String way : Visible.text(text).split("\n", -1)) {
      List<String> parts =
          CLAUSE.matcher(way).lookingAt()
              ? List.of(way)
              : Wrapping.wrap(way, page.width() - indent, page);
      for (String part : parts) {
        lines.add(
            first
                ? Line.of(style, label).plus(" ".repeat(indent - label.length()) + part)
                : Line.of(" ".repeat(indent) + part));
        first = false;
      }
    }
  }
}
