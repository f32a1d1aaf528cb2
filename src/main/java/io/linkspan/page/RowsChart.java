package io.linkspan.page;

import io.linkspan.page.Curve.Point;
import io.linkspan.page.Html.Fact;
import io.linkspan.report.Quantity;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The chart of rows over time, its key, and the same as a table. */
final class RowsChart {
  private static final double WIDTH = 420;
  private static final double HEIGHT = 236;
  private static final double TOP = 12;
  private static final double BOTTOM = 34;
  private static final double RIGHT = 16;
  private static final double LETTER = 7.4;

  /** More curves than this cannot be told apart. */
  private static final int WORKERS = 8;

  private static final int LINES = 20;

  private final List<Curve> curves;
  private final Scale rows;
  private final Scale time;
  private final Unit unit;
  private final double left;

  /** In what time is told along the axis. */
  private enum Unit {
    MILLISECONDS("ms", 1e-3),
    SECONDS("s", 1),
    MINUTES("min", 60),
    HOURS("h", 3600);

    private final String name;
    private final double seconds;

    Unit(String name, double seconds) {
      this.name = name;
      this.seconds = seconds;
    }

    static Unit of(Duration longest) {
      if (longest.toMillis() < 1500) {
        return MILLISECONDS;
      }
      return longest.toMinutes() < 3 ? SECONDS : longest.toHours() < 3 ? MINUTES : HOURS;
    }

    double of(double inSeconds) {
      return inSeconds / seconds;
    }
  }

  private RowsChart(List<Curve> curves) {
    this.curves = curves;
    Duration end = curves.get(0).end();
    this.unit = Unit.of(end);
    this.rows = Scale.whole(curves.get(0).highest());
    this.time = Scale.upTo(unit.of(seconds(end)));
    this.left = Quantity.count(Math.round(rows.end())).length() * LETTER + 12;
  }

  /**
   * The chart.
   *
   * @param curves of the whole first, then of each worker
   */
  static Node of(String id, List<Curve> curves) {
    List<Curve> drawn = curves.size() > WORKERS + 1 ? curves.subList(0, 1) : curves;
    RowsChart chart = new RowsChart(drawn);
    Node few =
        drawn.size() < curves.size()
            ? Element.of("p", "The " + (curves.size() - 1) + " workers are not drawn one by one.")
            : Node.NOTHING;
    return Node.all(
        Element.of("div", chart.picture(id)).styled("chart"), chart.key(), few, chart.table());
  }

  private Element picture(String id) {
    List<Node> nodes = new ArrayList<>();
    rows.marks().forEach(mark -> nodes.addAll(rowsMark(mark)));
    time.marks().forEach(mark -> nodes.addAll(timeMark(mark)));
    for (int i = curves.size() - 1; i >= 0; i--) {
      nodes.add(line(curves.get(i)).styled("curve c" + i));
    }
    Curve whole = curves.get(0);
    String described =
        "%s in %s%s."
            .formatted(
                Quantity.count(whole.highest(), "row"),
                Quantity.time(whole.end()),
                curves.size() > 1 ? ", by " + (curves.size() - 1) + " workers" : "");
    return Svg.of(id, "Rows over time", described, 0, 0, WIDTH, HEIGHT, nodes);
  }

  private List<Node> rowsMark(double mark) {
    double y = y(mark);
    return List.of(
        Element.of("path")
            .with("d", format("M%.1f %.1fH%.1f", left, y, WIDTH - RIGHT))
            .styled("grid"),
        label(Quantity.count(Math.round(mark)), left - 6, y + 4, "end"));
  }

  private List<Node> timeMark(double mark) {
    double x = x(mark * unit.seconds);
    String text = plain(mark) + (mark > 0 ? " " + unit.name : "");
    return List.of(
        Element.of("path").with("d", format("M%.1f %.1fv4", x, HEIGHT - BOTTOM)).styled("tick"),
        label(text, x, HEIGHT - BOTTOM + 17, "middle"));
  }

  private static Element label(String text, double x, double y, String anchor) {
    return Element.of("text", text).with("x", x).with("y", y).with("text-anchor", anchor);
  }

  private Element line(Curve curve) {
    StringBuilder path = new StringBuilder();
    for (Point point : curve.points()) {
      path.append(path.isEmpty() ? "M" : "L")
          .append(format("%.1f %.1f", x(seconds(point.at())), y((double) point.rows())));
    }
    return Element.of("path").with("d", path.toString());
  }

  private double x(double seconds) {
    return left + unit.of(seconds) / time.end() * (WIDTH - left - RIGHT);
  }

  private double y(double rowsThen) {
    return HEIGHT - BOTTOM - rowsThen / rows.end() * (HEIGHT - BOTTOM - TOP);
  }

  private static double seconds(Duration time) {
    return time.toNanos() / 1e9;
  }

  private static String plain(double mark) {
    String text = String.format(Locale.ROOT, "%.3f", mark);
    return text.replaceFirst("\\.?0+$", "");
  }

  private Node key() {
    List<Fact> facts = new ArrayList<>();
    for (int i = 0; i < curves.size(); i++) {
      Element sample =
          Element.of("svg", Element.of("path").with("d", "M0 6H28").styled("curve c" + i))
              .with("viewBox", "0 0 28 12")
              .with("width", "28")
              .with("height", "12")
              .with("aria-hidden", "true");
      facts.add(
          new Fact(
              curves.get(i).name(),
              Node.all(sample, Node.text(Quantity.count(curves.get(i).highest(), "row")))));
    }
    return Html.facts(facts).styled("key");
  }

  /** Those moments alone that the table has room for. */
  private Node table() {
    List<Point> points = curves.get(0).points();
    int step = Math.max(1, (points.size() + LINES - 1) / LINES);
    List<String> heads = new ArrayList<>(List.of("#Time"));
    curves.forEach(curve -> heads.add("#" + curve.name()));
    List<Node> lines = new ArrayList<>();
    for (int i = 0; i < points.size(); i++) {
      if (i % step == 0 || i + 1 == points.size()) {
        Duration at = points.get(i).at();
        List<Node> cells = new ArrayList<>(List.of(Html.number(Quantity.time(at))));
        curves.forEach(curve -> cells.add(Html.number(Quantity.count(rowsAt(curve, at)))));
        lines.add(Element.of("tr", cells));
      }
    }
    return Html.folded("The chart as a table", Html.table("Rows over time", heads, lines));
  }

  private static long rowsAt(Curve curve, Duration at) {
    return curve.points().stream()
        .filter(point -> point.at().compareTo(at) <= 0)
        .mapToLong(Point::rows)
        .max()
        .orElse(0);
  }

  private static String format(String pattern, Object... numbers) {
    return String.format(Locale.ROOT, pattern, numbers);
  }
}
