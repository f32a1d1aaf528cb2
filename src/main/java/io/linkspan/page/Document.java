package io.linkspan.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.function.UnaryOperator;

/** The frame of every page: what a browser must know, and the style sheet. */
final class Document {
  private static final String STYLE = "page.css";

  /** Nothing may be loaded from anywhere, and nothing may run. */
  private static final String POLICY =
      "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none';"
          + " form-action 'none'";

  private Document() {}

  static String of(String title, Node body, UnaryOperator<String> shown) {
    Element head =
        Element.of(
            "head",
            Element.of("meta").with("charset", "utf-8"),
            Element.of("meta")
                .with("http-equiv", "Content-Security-Policy")
                .with("content", POLICY),
            Element.of("meta")
                .with("name", "viewport")
                .with("content", "width=device-width, initial-scale=1"),
            Element.of("meta").with("name", "color-scheme").with("content", "light dark"),
            Element.of("meta").with("name", "referrer").with("content", "no-referrer"),
            Element.of("title", title),
            // Without it a browser asks the server for an icon.
            Element.of("link").with("rel", "icon").with("href", "data:,"),
            Element.of("style", style()));
    Element html = Element.of("html", head, Element.of("body", body)).with("lang", "en");
    return "<!DOCTYPE html>\n" + Markup.of(html, shown) + "\n";
  }

  /** Without a character that HTML or XML would take for markup. */
  private static String style() {
    try (InputStream in = Document.class.getResourceAsStream(STYLE)) {
      if (in == null) {
        throw new IllegalStateException("the style sheet is missing");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
