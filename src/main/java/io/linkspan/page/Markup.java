package io.linkspan.page;

import io.linkspan.report.Visible;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * Writes nodes as HTML that is well-formed XML too. All text and every attribute is escaped here,
 * whoever it came from, and characters that no document may hold are spelled out.
 */
final class Markup {
  /** The elements of HTML that have no end tag. */
  private static final Set<String> VOID = Set.of("meta", "link", "br", "hr");

  private final UnaryOperator<String> shown;
  private final StringBuilder out = new StringBuilder();

  private Markup(UnaryOperator<String> shown) {
    this.shown = shown;
  }

  /**
   * The text of a node.
   *
   * @param shown what may be shown of a text: secrets taken out of it
   */
  static String of(Node node, UnaryOperator<String> shown) {
    Markup markup = new Markup(shown);
    markup.write(node);
    return markup.out.toString();
  }

  private void write(Node node) {
    if (node instanceof Element element) {
      element(element);
    } else if (node instanceof Node.Text text) {
      escape(shown.apply(text.text()));
    } else if (node instanceof Node.Several several) {
      several.nodes().forEach(this::write);
    }
  }

  private void element(Element element) {
    out.append('<').append(element.name());
    element
        .attributes()
        .forEach(
            (name, value) -> {
              out.append(' ').append(name).append("=\"");
              escape(shown.apply(value));
              out.append('"');
            });
    if (VOID.contains(element.name())) {
      out.append("/>");
      return;
    }
    out.append('>');
    element.nodes().forEach(this::write);
    out.append("</").append(element.name()).append('>');
  }

  private void escape(String text) {
    String visible = Visible.text(text);
    for (int i = 0; i < visible.length(); i++) {
      char c = visible.charAt(i);
      switch (c) {
        case '<' -> out.append("&lt;");
        case '>' -> out.append("&gt;");
        case '&' -> out.append("&amp;");
        case '"' -> out.append("&quot;");
        case '\'' -> out.append("&#39;");
        default -> out.append(allowed(visible, i) ? c : '\ufffd');
      }
    }
  }

  /** Whether XML 1.0 has the character (section 2.2): no half of a pair, and no end of a plane. */
  private static boolean allowed(String text, int at) {
    char c = text.charAt(at);
    if (Character.isHighSurrogate(c)) {
      return at + 1 < text.length() && Character.isLowSurrogate(text.charAt(at + 1));
    }
    if (Character.isLowSurrogate(c)) {
      return at > 0 && Character.isHighSurrogate(text.charAt(at - 1));
    }
    return c != '\ufffe' && c != '\uffff';
  }
}
