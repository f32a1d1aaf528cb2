package io.linkspan.report;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;

/**
 * What the output is laid out for.
 *
 * @param width columns of the terminal; 80 where there is none
 * @param textWidth how many columns a text takes on it (East Asian wide characters take two)
 */
public record Page(int width, ToIntFunction<String> textWidth) {
  /** A page that is as wide as any line. */
  public Page endless() {
    return new Page(Integer.MAX_VALUE, textWidth);
  }

  /** The text with blanks after it until it takes that many columns. */
  public String padRight(String text, int columns) {
    return text + " ".repeat(Math.max(0, columns - textWidth.applyAsInt(text)));
  }

  /** The text with blanks before it until it takes that many columns. */
  public String padLeft(String text, int columns) {
    return " ".repeat(Math.max(0, columns - textWidth.applyAsInt(text))) + text;
  }

  /** As much of the line as fits the page, made harmless for a terminal. */
  public Line cut(Line line) {
    List<Line.Span> spans = new ArrayList<>();
    int left = width;
    for (Line.Span span : line.spans()) {
      String text = Visible.line(span.text());
      int columns = textWidth.applyAsInt(text);
      if (columns > left) {
        spans.add(new Line.Span(span.style(), Wrapping.start(text, left, this)));
        break;
      }
      spans.add(new Line.Span(span.style(), text));
      left -= columns;
    }
    return new Line(spans);
  }

  /** The text in lines that fit the page, each after so many blanks. */
  public List<Line> wrapped(String text, int indent) {
    return Wrapping.wrap(text, width - indent, this).stream()
        .map(line -> Line.of(" ".repeat(indent) + line))
        .toList();
  }
}
