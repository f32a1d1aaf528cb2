package io.linkspan.report;

import java.util.ArrayList;
import java.util.List;

/** One line of output: pieces of text, each of a style; no line end in it. */
public record Line(List<Span> spans) {
  /** A piece of text of one style. */
  public record Span(Style style, String text) {}

  public static final Line EMPTY = new Line(List.of());

  public Line {
    spans = List.copyOf(spans);
  }

  /** A line of plain text. */
  public static Line of(String text) {
    return of(Style.PLAIN, text);
  }

  /** A line of one style. */
  public static Line of(Style style, String text) {
    return new Line(List.of(new Span(style, text)));
  }

  /** Plain text, cut at its line ends. */
  public static List<Line> all(String text) {
    return text.lines().map(Line::of).toList();
  }

  /** This line with plain text after it. */
  public Line plus(String text) {
    return plus(Style.PLAIN, text);
  }

  /** This line with another piece after it. */
  public Line plus(Style style, String text) {
    List<Span> longer = new ArrayList<>(spans);
    longer.add(new Span(style, text));
    return new Line(longer);
  }

  /** The text without styles. */
  public String text() {
    StringBuilder text = new StringBuilder();
    spans.forEach(span -> text.append(span.text()));
    return text.toString();
  }
}
