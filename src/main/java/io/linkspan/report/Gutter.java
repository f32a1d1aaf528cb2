package io.linkspan.report;

/** The mark before a line that tells what a refinement did to it. */
enum Gutter {
  /** It is as it was, or there was nothing before. */
  SAME("  ", Style.PLAIN),
  /** It is gone. */
  GONE("- ", Style.GONE),
  /** It is new. */
  NEW("+ ", Style.GOOD);

  /** Columns of the mark. */
  static final int WIDTH = 2;

  private final String mark;
  private final Style style;

  Gutter(String mark, Style style) {
    this.mark = mark;
    this.style = style;
  }

  /** The line behind the mark; a line that changed is in one colour. */
  Line line(Line line) {
    if (this != SAME) {
      return Line.of(style, mark + line.text());
    }
    Line marked = Line.of(mark);
    for (Line.Span span : line.spans()) {
      marked = marked.plus(span.style(), span.text());
    }
    return marked;
  }
}
