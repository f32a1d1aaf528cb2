package io.linkspan.report;

/** Text from a server made harmless for a terminal: what would steer it is spelled out. */
public final class Visible {
  private static final int TAB_STOP = 8;

  private Visible() {}

  /**
   * The text with every control character spelled out ({@code \x1B}, {@code \r}), as psql does, and
   * so are the characters that turn the direction of writing; tabs become blanks, line ends stay.
   */
  public static String text(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (steers(text.charAt(i))) {
        return spelledOut(text, i);
      }
    }
    return text;
  }

  /** Like {@link #text}, for what must stay on one line. */
  public static String line(String text) {
    return text(text).replace("\n", "\\n");
  }

  private static boolean steers(char c) {
    return (c < ' ' && c != '\n') || (c >= 0x7f && c < 0xa0) || turns(c);
  }

  /** Explicit bidirectional controls (Unicode Standard Annex 9, section 2). */
  private static boolean turns(char c) {
    return (c >= '\u202a' && c <= '\u202e') || (c >= '\u2066' && c <= '\u2069');
  }

  private static String spelledOut(String text, int from) {
    StringBuilder out = new StringBuilder(text.length() + 16).append(text, 0, from);
    int lineStart = text.lastIndexOf('\n', from) + 1;
    for (int i = from; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\n') {
        lineStart = out.length() + 1;
      }
      if (c == '\t') {
        out.append(" ".repeat(TAB_STOP - (out.length() - lineStart) % TAB_STOP));
      } else if (c == '\r') {
        out.append("\\r");
      } else if (turns(c)) {
        out.append(String.format("\\u%04X", (int) c));
      } else if (steers(c)) {
        out.append(String.format("\\x%02X", (int) c));
      } else {
        out.append(c);
      }
    }
    return out.toString();
  }
}
