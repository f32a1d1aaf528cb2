package io.linkspan.page;

import java.util.ArrayList;
import java.util.List;

/** Forms that several parts of a page have in common. */
final class Html {
  private Html() {}

  /** A table that scrolls within its own box where it is wide. */
  static Element table(String caption, List<String> heads, List<? extends Node> rows) {
    Element head =
        Element.of(
            "thead",
            Element.of(
                "tr",
                heads.stream()
                    .map(
                        text ->
                            Element.of("th", text.startsWith("#") ? text.substring(1) : text)
                                .with("scope", "col")
                                .styled(text.startsWith("#") ? "number" : "text"))
                    .toList()));
    return box(
        caption,
        Element.of(
            "table",
            Element.of("caption", caption).styled("unseen"),
            head,
            Element.of("tbody", rows)));
  }

  /** A box that scrolls alone; the keyboard reaches it. */
  static Element box(String label, Node content) {
    return Element.of("div", content)
        .styled("box")
        .with("tabindex", "0")
        .with("role", "region")
        .with("aria-label", label);
  }

  static Element row(Node... cells) {
    List<Node> all = new ArrayList<>();
    for (Node cell : cells) {
      boolean ready =
          cell instanceof Element element
              && (element.name().equals("td") || element.name().equals("th"));
      all.add(ready ? cell : Element.of("td", cell));
    }
    return Element.of("tr", all);
  }

  /** A cell that names its row. */
  static Element rowHead(String text) {
    return Element.of("th", text).with("scope", "row");
  }

  static Element number(String text) {
    return Element.of("td", text).styled("number");
  }

  static Element code(String text) {
    return Element.of("code", text);
  }

  /** Labels and what belongs to each, in the order of the pairs. */
  static Element facts(List<Fact> facts) {
    List<Node> nodes = new ArrayList<>();
    facts.forEach(
        fact ->
            nodes.add(
                Element.of(
                    "div", Element.of("dt", fact.label()), Element.of("dd", fact.content()))));
    return Element.of("dl", nodes);
  }

  /** One label with its content. */
  record Fact(String label, Node content) {
    static Fact of(String label, String text) {
      return new Fact(label, Node.text(text));
    }
  }

  /** A heading and what stands below it. */
  static Element section(String level, String heading, Node... content) {
    return Element.of("section", Element.of(level, heading)).plus(content);
  }

  /** Something to be unfolded. */
  static Element folded(String summary, Node... content) {
    return Element.of("details", Element.of("summary", summary)).plus(content);
  }
}
