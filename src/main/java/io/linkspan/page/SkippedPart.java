package io.linkspan.page;

import io.linkspan.report.Quantity;
import java.util.ArrayList;
import java.util.List;

/** Skipped rows by the key that skipped them. */
final class SkippedPart {
  /** Rows that one key skipped. */
  record ByKey(String key, String clash, long rows) {}

  private SkippedPart() {}

  /**
   * The table; nothing where no row was skipped.
   *
   * @param skipped of all keys together
   */
  static Node of(long skipped, List<ByKey> keys) {
    if (skipped == 0) {
      return Node.NOTHING;
    }
    boolean clashes = keys.stream().anyMatch(key -> !key.clash().isEmpty());
    List<String> heads = new ArrayList<>(List.of("Key", "#Rows", "Share"));
    if (clashes) {
      heads.add("Clash with");
    }
    List<Node> rows = new ArrayList<>();
    keys.forEach(key -> rows.add(row(key, skipped, clashes)));
    long told = keys.stream().mapToLong(ByKey::rows).sum();
    if (told < skipped) {
      ByKey rest = new ByKey("a key that could not be told", "", skipped - told);
      rows.add(row(rest, skipped, clashes));
    }
    return Html.section(
        "h3", "Skipped rows by key", Html.table("Skipped rows by key", heads, rows));
  }

  private static Node row(ByKey key, long skipped, boolean clashes) {
    double share = (double) key.rows() / skipped * 100;
    Element bar =
        Element.of(
                "svg",
                Element.of("rect").with("width", 100).with("height", 10).styled("rest"),
                Element.of("rect")
                    .with("width", Math.max(share, 0.5))
                    .with("height", 10)
                    .styled("skipped"))
            .with("viewBox", "0 0 100 10")
            .with("width", "100")
            .with("height", "10")
            .with("aria-hidden", "true");
    Element row =
        Html.row(
            Html.rowHead(key.key()),
            Html.number(Quantity.count(key.rows())),
            Node.all(bar, Node.text(" " + Math.round(share) + " %")));
    return clashes ? row.plus(Element.of("td", key.clash())) : row;
  }
}
