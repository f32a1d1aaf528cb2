package io.linkspan.shell;

import org.jline.utils.WCWidth;

/** How many columns a text takes on a terminal. */
public final class TextWidth {
  private TextWidth() {}

  /** Columns of the text: East Asian wide characters take two, combining marks none. */
  public static int of(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < ' ' || c > '~') {
        return beyondAscii(text);
      }
    }
    return text.length();
  }

  private static int beyondAscii(String text) {
    return text.codePoints().map(c -> Math.max(0, WCWidth.wcwidth(c))).sum();
  }
}
