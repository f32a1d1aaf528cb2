package io.linkspan.page;

/** How much room texts take in a picture, where no font can be measured. */
final class Widths {
  /** Of a letter of the fonts of equal widths, at the size of names. */
  static final double NAME = 7.9;

  /** The same at the size of what stands below a name. */
  static final double SMALL = 6.7;

  private Widths() {}

  /** Columns of a text, East Asian wide characters and pictures counted twice. */
  static int columns(String text) {
    return text.codePoints().map(Widths::columns).sum();
  }

  private static int columns(int c) {
    return (c >= 0x1100 && c < 0x1160) || (c >= 0x2e80 && c < 0xfb00) || c >= 0x1f300 ? 2 : 1;
  }

  /** The begin of the text that fits into so many columns. */
  static String cut(String text, int columns) {
    if (columns(text) <= columns) {
      return text;
    }
    StringBuilder kept = new StringBuilder();
    int left = columns - 1;
    for (int c : text.codePoints().toArray()) {
      left -= columns(c);
      if (left < 0) {
        break;
      }
      kept.appendCodePoint(c);
    }
    return kept + "…";
  }
}
