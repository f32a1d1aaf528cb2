package io.linkspan.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One thing to know of a plan beside its mapping, such as which columns it leaves out.
 *
 * @param label what it is about, in one or two words
 * @param loses whether rows, columns or values do not arrive because of it
 * @param items one text, or columns that share the label
 */
public record PlanFact(String label, boolean loses, List<Item> items) {
  private static final int LABEL = 12;

  /**
   * What is told.
   *
   * @param what a text, or the name of a column
   * @param why the reason, empty for none
   */
  public record Item(String what, String why) {}

  public PlanFact {
    items = List.copyOf(items);
  }

  static PlanFact of(String label, boolean loses, String text) {
    return new PlanFact(label, loses, List.of(new Item(text, "")));
  }

  /** The same of some of its items. */
  PlanFact with(List<Item> some) {
    return new PlanFact(label, loses, some);
  }

  /** The items by the reason that they share: {@code id, note (no such column …); …}. */
  public String text() {
    Map<String, List<String>> byReason = new LinkedHashMap<>();
    items.forEach(i -> byReason.computeIfAbsent(i.why(), why -> new ArrayList<>()).add(i.what()));
    return String.join(
        "; ",
        byReason.entrySet().stream()
            .map(e -> String.join(", ", e.getValue()) + reason(e.getKey()))
            .toList());
  }

  private static String reason(String why) {
    return why.isEmpty() ? "" : " (" + why + ")";
  }

  /** The label, and the text beside it, wrapped to the page and all behind the gutter's mark. */
  List<Line> lines(Page page, Gutter gutter) {
    List<Line> lines = new ArrayList<>();
    String head = page.padRight(label, LABEL);
    for (String part : Wrapping.wrap(text(), page.width() - Gutter.WIDTH - LABEL, page)) {
      Style style = loses ? Style.NAME : Style.DIM;
      lines.add(gutter.line(Line.of(lines.isEmpty() ? style : Style.PLAIN, head).plus(part)));
      head = " ".repeat(LABEL);
    }
    return lines;
  }
}
