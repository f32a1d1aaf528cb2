package io.linkspan.shell;

/** What of a pasted text comes into the line. */
final class Pasted {
  private Pasted() {}

  /** The text with line ends of one kind, and without characters that would steer the terminal. */
  static String text(String pasted) {
    String lines = pasted.replace("\r\n", "\n").replace('\r', '\n');
    StringBuilder kept = new StringBuilder(lines.length());
    for (int i = 0; i < lines.length(); i++) {
      char c = lines.charAt(i);
      if (!Character.isISOControl(c) || c == '\n' || c == '\t') {
        kept.append(c);
      }
    }
    return kept.toString();
  }
}
