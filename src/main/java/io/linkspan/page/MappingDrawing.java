package io.linkspan.page;

import io.linkspan.page.MappingGraph.Box;
import io.linkspan.page.MappingGraph.Way;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Draws a mapping: the source's columns left, the target's right, ways with expressions between.
 */
final class MappingDrawing {
  private static final int NAME = 26;
  private static final int TYPE = 26;
  private static final int BELOW = 20;
  private static final int EXPRESSION = 34;
  private static final double LINE = 15;
  private static final double GAP = 10;
  private static final double CURVES = 56;
  private static final double ARROW = 22;
  private static final double TOP = 24;

  /** The room between the columns that the names of the tables may ask for. */
  private static final double WIDEST = 240;

  private final MappingGraph graph;
  private final double left;
  private final double middle;
  private final double right;
  private final double rowHeight;
  private final List<Node> nodes = new ArrayList<>();

  private MappingDrawing(MappingGraph graph, double heads) {
    this.graph = graph;
    this.left = width(graph.sources());
    this.right = width(graph.targets());
    double ways =
        CURVES
            + ARROW
            + graph.ways().stream().mapToDouble(way -> pill(way.expression())).max().orElse(0);
    double room = Math.min(WIDEST, heads + 3 * GAP - left - right);
    this.middle = Math.max(ways, room);
    boolean below =
        graph.targets().stream().anyMatch(box -> !box.below().isEmpty())
            || graph.sources().stream().anyMatch(box -> !box.below().isEmpty());
    this.rowHeight = (below ? 3 : 2) * LINE + 12;
  }

  /**
   * The picture.
   *
   * @param id begins the ids in it; no other picture of the page has it
   * @param from the name of the table that is read
   * @param into the name of the table that is written
   */
  static Element of(MappingGraph graph, String id, String from, String into) {
    double heads = (Widths.columns(from) + Widths.columns(into)) * Widths.SMALL;
    return new MappingDrawing(graph, heads).drawn(id, from, into);
  }

  private Element drawn(String id, String from, String into) {
    int all = (int) ((left + middle + right - 2 * GAP) / Widths.SMALL);
    int first = Math.max(all / 2, all - Widths.columns(into));
    nodes.add(text("head", Widths.cut(from, first), 0, 12));
    nodes.add(
        text(
                "head",
                Widths.cut(into, all - Math.min(first, Widths.columns(from))),
                left + middle + right,
                12)
            .with("text-anchor", "end"));
    graph.ways().forEach(this::way);
    for (int i = 0; i < graph.sources().size(); i++) {
      box(graph.sources().get(i), 0, y(i), left, "from");
    }
    for (int i = 0; i < graph.targets().size(); i++) {
      box(graph.targets().get(i), left + middle, y(i), right, "into");
    }
    double width = left + middle + right + 2;
    int rows = Math.max(graph.sources().size(), graph.targets().size());
    double height = TOP + rows * (rowHeight + GAP);
    return Svg.of(
            id,
            "What goes where: %s to %s".formatted(from, into),
            described(),
            -1,
            0,
            width,
            height,
            nodes)
        .styled("map")
        .with("width", width)
        .with("height", height);
  }

  /** The picture in words. */
  private String described() {
    List<String> lines = new ArrayList<>();
    for (Way way : graph.ways()) {
      String from =
          way.from().isEmpty()
              ? "no source column"
              : String.join(
                  ", ", way.from().stream().map(i -> graph.sources().get(i).name()).toList());
      lines.add(
          "%s goes into %s%s."
              .formatted(
                  from,
                  graph.targets().get(way.to()).name(),
                  way.expression().isEmpty() ? "" : " as " + way.expression()));
    }
    return String.join(" ", lines);
  }

  private static double width(List<Box> boxes) {
    return Math.max(
        70,
        16
            + boxes.stream()
                .mapToDouble(
                    box ->
                        Math.max(
                            Math.min(NAME, Widths.columns(box.name())) * Widths.NAME,
                            Math.max(
                                    Math.min(TYPE, Widths.columns(box.type())),
                                    Math.min(BELOW, Widths.columns(box.below())))
                                * Widths.SMALL))
                .max()
                .orElse(0));
  }

  private static double pill(String expression) {
    return expression.isEmpty()
        ? 0
        : Math.min(EXPRESSION, Widths.columns(expression)) * Widths.SMALL + 16;
  }

  private double y(int row) {
    return TOP + row * (rowHeight + GAP);
  }

  private void box(Box box, double x, double y, double width, String side) {
    List<Node> inside = new ArrayList<>();
    if (shortened(box)) {
      inside.add(
          Element.of("title", String.join(", ", box.name(), box.type(), box.below()).strip()));
    }
    inside.add(
        Element.of("rect")
            .with("x", x)
            .with("y", y)
            .with("width", width)
            .with("height", rowHeight)
            .with("rx", 5));
    double line = y + LINE + 2;
    inside.add(text("name", Widths.cut(box.name(), NAME), x + 8, line));
    inside.add(text("type", Widths.cut(box.type(), TYPE), x + 8, line + LINE));
    if (!box.below().isEmpty()) {
      inside.add(text("keys", Widths.cut(box.below(), BELOW), x + 8, line + 2 * LINE));
    }
    nodes.add(Element.of("g", inside).styled(box.leftOut() ? side + " out" : side));
  }

  private static boolean shortened(Box box) {
    return Widths.columns(box.name()) > NAME
        || Widths.columns(box.type()) > TYPE
        || Widths.columns(box.below()) > BELOW;
  }

  private void way(Way way) {
    String style = way.warns() ? "way warns" : "way";
    double to = y(way.to()) + rowHeight / 2;
    double targetLeft = left + middle;
    double width = pill(way.expression());
    double end = targetLeft - ARROW - width;
    List<Node> drawn = new ArrayList<>();
    for (int source : way.from()) {
      double from = y(source) + rowHeight / 2;
      double bend = (end - left) / 2;
      drawn.add(
          path(
              format(
                  "M%.1f %.1fC%.1f %.1f %.1f %.1f %.1f %.1f",
                  left, from, left + bend, from, end - bend, to, end, to)));
    }
    drawn.add(path(line(end + width, to, targetLeft - 6)));
    drawn.add(
        Element.of("path")
            .with("d", format("M%.1f %.1fl-8 -4.5v9z", targetLeft - 1, to))
            .styled("tip"));
    if (width > 0) {
      drawn.addAll(expression(way.expression(), end, to, width));
    }
    nodes.add(Element.of("g", drawn).styled(style));
  }

  private static List<Node> expression(String text, double x, double y, double width) {
    List<Node> drawn = new ArrayList<>();
    if (Widths.columns(text) > EXPRESSION) {
      drawn.add(Element.of("title", text));
    }
    drawn.add(
        Element.of("rect")
            .with("x", x)
            .with("y", y - 11)
            .with("width", width)
            .with("height", 22)
            .with("rx", 11));
    drawn.add(text("expression", Widths.cut(text, EXPRESSION), x + 8, y + 4));
    return drawn;
  }

  private static String line(double x, double y, double to) {
    return format("M%.1f %.1fH%.1f", x, y, to);
  }

  private static Element path(String d) {
    return Element.of("path").with("d", d);
  }

  private static String format(String pattern, Object... numbers) {
    return String.format(Locale.ROOT, pattern, numbers);
  }

  private static Element text(String style, String text, double x, double y) {
    return Element.of("text", text).with("x", x).with("y", y).styled(style);
  }
}
