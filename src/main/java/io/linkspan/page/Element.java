package io.linkspan.page;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** An element with its attributes, in order, and what is in it. */
record Element(String name, Map<String, String> attributes, List<Node> nodes) implements Node {
  Element {
    attributes = Collections.unmodifiableMap(new LinkedHashMap<>(attributes));
    nodes = List.copyOf(nodes);
  }

  static Element of(String name, Node... nodes) {
    return new Element(name, Map.of(), List.of(nodes));
  }

  static Element of(String name, List<? extends Node> nodes) {
    return new Element(name, Map.of(), List.copyOf(nodes));
  }

  static Element of(String name, String text) {
    return of(name, Node.text(text));
  }

  /** The same with one attribute more. */
  Element with(String attribute, String value) {
    Map<String, String> more = new LinkedHashMap<>(attributes);
    more.put(attribute, value);
    return new Element(name, more, nodes);
  }

  /** The same with a number, to a tenth, as an attribute. */
  Element with(String attribute, double value) {
    String text = String.format(Locale.ROOT, "%.1f", value);
    return with(attribute, text.endsWith(".0") ? text.substring(0, text.length() - 2) : text);
  }

  /** The same of those classes of the style sheet. */
  Element styled(String classes) {
    return with("class", classes);
  }

  /** The same with more in it. */
  Element plus(Node... more) {
    List<Node> longer = new ArrayList<>(nodes);
    longer.addAll(List.of(more));
    return new Element(name, attributes, longer);
  }
}
