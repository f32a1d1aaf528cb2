package io.linkspan.page;

import java.util.List;

/** A piece of a page: an element, or text, which is escaped when it is written. */
sealed interface Node permits Element, Node.Text, Node.Several {
  /** Nothing at all. */
  Node NOTHING = new Several(List.of());

  /** Characters that mean themselves. */
  record Text(String text) implements Node {}

  /** Nodes one after another. */
  record Several(List<Node> nodes) implements Node {
    public Several {
      nodes = List.copyOf(nodes);
    }
  }

  static Node text(String text) {
    return new Text(text);
  }

  static Node all(Node... nodes) {
    return new Several(List.of(nodes));
  }

  static Node all(List<? extends Node> nodes) {
    return new Several(List.copyOf(nodes));
  }
}
