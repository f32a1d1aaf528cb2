package io.linkspan.page;

import io.linkspan.report.Quantity;
import java.util.ArrayList;
import java.util.List;

/** What became of the rows: a bar of their shares, and a table. */
final class CountsPart {
  /**
   * Rows of one fate.
   *
   * @param style of the bar; empty where they are no share of what was read
   */
  record Count(String label, long rows, String style, String remark) {}

  private CountsPart() {}

  static Node of(String id, long read, List<Count> counts) {
    List<Node> rows = new ArrayList<>();
    for (Count count : counts) {
      rows.add(
          Html.row(
              Element.of("th", swatch(count.style()), Node.text(count.label()))
                  .with("scope", "row"),
              Html.number(Quantity.count(count.rows())),
              Node.text(count.remark())));
    }
    return Node.all(
        bar(id, read, counts), Html.table("Rows", List.of("Rows", "#Count", "Remark"), rows));
  }

  private static Node swatch(String style) {
    return style.isEmpty()
        ? Node.NOTHING
        : Element.of(
                "svg",
                Element.of("rect").with("width", 10).with("height", 10).with("rx", 2).styled(style))
            .with("viewBox", "0 0 10 10")
            .with("width", "10")
            .with("height", "10")
            .with("aria-hidden", "true")
            .styled("swatch");
  }

  private static Node bar(String id, long read, List<Count> counts) {
    List<Count> shares =
        counts.stream().filter(count -> !count.style().isEmpty() && count.rows() > 0).toList();
    double all = shares.stream().mapToLong(Count::rows).sum();
    if (all == 0) {
      return Node.NOTHING;
    }
    List<Node> drawn = new ArrayList<>();
    List<String> described = new ArrayList<>();
    double x = 0;
    for (Count share : shares) {
      double width = share.rows() / all * 400;
      drawn.add(
          Element.of("rect", Element.of("title", text(share)))
              .with("x", x)
              .with("y", 0)
              .with("width", Math.max(width, 0.6))
              .with("height", 14)
              .styled(share.style()));
      described.add(text(share));
      x += width;
    }
    return Svg.of(
            id,
            "What became of " + Quantity.count(read, "row"),
            String.join(", ", described),
            0,
            0,
            400,
            14,
            drawn)
        .with("preserveAspectRatio", "none")
        .styled("shares");
  }

  private static String text(Count share) {
    return share.label() + " " + Quantity.count(share.rows());
  }
}
