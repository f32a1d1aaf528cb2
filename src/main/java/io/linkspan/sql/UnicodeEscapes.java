package io.linkspan.sql;

import java.util.Optional;

/** The escapes of {@code U&'…'} and {@code U&"…"} under their usual escape character. */
final class UnicodeEscapes {
  private UnicodeEscapes() {}

  /** The text with {@code \XXXX}, {@code \+XXXXXX} and {@code \\} replaced; empty if malformed. */
  static Optional<String> decoded(String text) {
    StringBuilder out = new StringBuilder(text.length());
    int at = 0;
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c != '\\') {
        out.append(c);
        at++;
      } else if (Characters.at(text, at + 1) == '\\') {
        out.append('\\');
        at += 2;
      } else {
        boolean six = Characters.at(text, at + 1) == '+';
        int from = six ? at + 2 : at + 1;
        int to = from + (six ? 6 : 4);
        if (!append(out, text, from, to)) {
          return Optional.empty();
        }
        at = to;
      }
    }
    return Optional.of(out.toString());
  }

  /** Appends the code point that the hexadecimal digits there spell; false where there is none. */
  static boolean append(StringBuilder out, String text, int from, int to) {
    int codePoint = 0;
    for (int at = from; at < to; at++) {
      char c = Characters.at(text, at);
      int digit = c < 128 ? Character.digit(c, 16) : -1;
      if (digit < 0 || codePoint > Character.MAX_CODE_POINT) {
        return false;
      }
      codePoint = codePoint * 16 + digit;
    }
    if (codePoint == 0 || codePoint > Character.MAX_CODE_POINT) {
      return false;
    }
    out.appendCodePoint(codePoint);
    return true;
  }
}
