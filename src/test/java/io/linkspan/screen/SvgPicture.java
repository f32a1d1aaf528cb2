package io.linkspan.screen;

import io.linkspan.shell.TextWidth;
import io.linkspan.testing.ScreenCells;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A screen as an SVG picture of a terminal's window. It needs nothing but itself: no script, no
 * font, no other file; its colours follow the light or dark ground that the reader prefers.
 */
final class SvgPicture {
  private static final double COLUMN = 8.4;
  private static final int ROW = 19;
  private static final int MARGIN = 18;
  private static final int BAR = 34;

  /** What the eye takes for the middle between two lines of text. */
  private static final double BASELINE = 14;

  private static final String STYLE =
      """
      text { font: 14px ui-monospace, SFMono-Regular, Menlo, Consolas, "DejaVu Sans Mono", monospace;
        fill: #1f2328 }
      .window { fill: #ffffff; stroke: #d0d7de }
      .bar { fill: #f0f2f5 }
      .dot { fill: #c4cbd3 }
      .title, .faint { fill: #636c76 }
      .title { text-anchor: middle }
      .bold { font-weight: 700 }
      .italic { font-style: italic }
      .underline { text-decoration: underline }
      .cursor { fill: #1f2328; opacity: .55 }
      .ground { fill: #1f2328 }
      .inverse { fill: #ffffff }
      .black, .white, .bright-white { fill: #1f2328 }
      .grey { fill: #636c76 }
      .red, .bright-red { fill: #c1121f }
      .green, .bright-green { fill: #1a7f37 }
      .yellow, .bright-yellow { fill: #7d5600 }
      .blue, .bright-blue { fill: #0550ae }
      .magenta, .bright-magenta { fill: #8035b8 }
      .cyan, .bright-cyan { fill: #0b6b83 }
      @media (prefers-color-scheme: dark) {
        text { fill: #e6edf3 }
        .window { fill: #0d1117; stroke: #30363d }
        .bar { fill: #161b22 }
        .dot { fill: #484f58 }
        .title, .faint { fill: #9198a1 }
        .cursor, .ground { fill: #e6edf3 }
        .inverse { fill: #0d1117 }
        .black, .white, .bright-white { fill: #e6edf3 }
        .grey { fill: #9198a1 }
        .red, .bright-red { fill: #ff7b72 }
        .green, .bright-green { fill: #4ac26b }
        .yellow, .bright-yellow { fill: #d29922 }
        .blue, .bright-blue { fill: #79c0ff }
        .magenta, .bright-magenta { fill: #d2a8ff }
        .cyan, .bright-cyan { fill: #76e3ea }
      }
      """;

  /** Words with single blanks between them, for not every renderer keeps more. */
  private static final Pattern WORDS = Pattern.compile("\\S+(?: \\S+)*");

  private final ScreenCells screen;
  private final String title;
  private final StringBuilder out = new StringBuilder();

  private SvgPicture(ScreenCells screen, String title) {
    this.screen = screen;
    this.title = title;
  }

  /** The picture of the rows down to the cursor, with a title in the window's bar. */
  static String of(ScreenCells screen, String title) {
    SvgPicture picture = new SvgPicture(screen, title);
    picture.window();
    StyledRun.all(screen).forEach(picture::run);
    picture.cursor();
    return picture.out.append("</svg>\n").toString();
  }

  private void window() {
    double width = screen.columns() * COLUMN + 2 * MARGIN;
    int height = rows() * ROW + BAR + 2 * MARGIN - 6;
    out.append(
        format(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" width=\"%s\" height=\"%d\""
                + " viewBox=\"0 0 %s %d\">\n",
            number(width), height, number(width), height));
    out.append(format("<title>%s</title>\n<style>\n%s</style>\n", escaped(title), STYLE));
    double inner = width - 1;
    out.append(
        format(
            "<rect class=\"window\" x=\".5\" y=\".5\" width=\"%s\" height=\"%d\" rx=\"9\"/>\n",
            number(inner), height - 1));
    out.append(
        format(
            "<path class=\"bar\" d=\"M1 %d V10 a9 9 0 0 1 9 -9 H%s a9 9 0 0 1 9 9 V%d Z\"/>\n",
            BAR, number(width - 10), BAR));
    for (int dot = 0; dot < 3; dot++) {
      out.append(
          format("<circle class=\"dot\" cx=\"%d\" cy=\"%d\" r=\"6\"/>\n", 21 + 20 * dot, BAR / 2));
    }
    out.append(
        format(
            "<text class=\"title\" x=\"%s\" y=\"%d\">%s</text>\n",
            number(width / 2), BAR / 2 + 5, escaped(title)));
  }

  private int rows() {
    int last = StyledRun.all(screen).stream().mapToInt(StyledRun::row).max().orElse(0);
    return Math.max(last, screen.cursorRow()) + 1;
  }

  private void run(StyledRun run) {
    CellStyle style = run.style();
    if (style.inverse() || !style.background().isEmpty()) {
      String ground = style.inverse() ? "ground" : style.background();
      box(ground, run.column(), run.row(), run.columns());
    }
    Matcher words = WORDS.matcher(run.text());
    while (words.find()) {
      int column = run.column() + TextWidth.of(run.text().substring(0, words.start()));
      out.append(
          format(
              "<text%s x=\"%s\" y=\"%s\" textLength=\"%s\">%s</text>\n",
              classes(style),
              number(x(column)),
              number(y(run.row()) + BASELINE),
              number(TextWidth.of(words.group()) * COLUMN),
              escaped(words.group())));
    }
  }

  private static String classes(CellStyle style) {
    List<String> classes = new ArrayList<>(style.words());
    classes.removeIf(word -> word.startsWith("on-") || word.startsWith("#"));
    return classes.isEmpty() ? "" : " class=\"" + String.join(" ", classes) + "\"";
  }

  private void cursor() {
    box("cursor", screen.cursorColumn(), screen.cursorRow(), 1);
  }

  private void box(String kind, int column, int row, int columns) {
    out.append(
        format(
            "<rect class=\"%s\" x=\"%s\" y=\"%s\" width=\"%s\" height=\"%d\"/>\n",
            kind, number(x(column)), number(y(row)), number(columns * COLUMN), ROW));
  }

  private static double x(int column) {
    return MARGIN + column * COLUMN;
  }

  private static double y(int row) {
    return BAR + MARGIN - 6 + row * (double) ROW;
  }

  private static String number(double number) {
    String text = String.format(Locale.ROOT, "%.1f", number);
    return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  private static String format(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }
}
