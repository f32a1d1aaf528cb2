package io.linkspan.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A picture with its name and its description, for those who hear the page. */
final class Svg {
  private Svg() {}

  static Element of(
      String id,
      String title,
      String description,
      double x,
      double y,
      double width,
      double height,
      List<? extends Node> drawn) {
    List<Node> nodes = new ArrayList<>();
    nodes.add(Element.of("title", title).with("id", id + "-title"));
    nodes.add(Element.of("desc", description).with("id", id + "-desc"));
    nodes.addAll(drawn);
    return Element.of("svg", nodes)
        .with("viewBox", String.format(Locale.ROOT, "%.0f %.0f %.0f %.0f", x, y, width, height))
        .with("role", "img")
        .with("aria-labelledby", id + "-title " + id + "-desc");
  }
}
