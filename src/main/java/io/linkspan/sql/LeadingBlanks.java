package io.linkspan.sql;

/** White space and comments before the first word of a text. */
public final class LeadingBlanks {
  private LeadingBlanks() {}

  /** The text without them; a block comment that does not end stays. */
  public static String removed(String text) {
    int at = 0;
    int next = after(text, at);
    while (next > at) {
      at = next;
      next = after(text, at);
    }
    return text.substring(at);
  }

  /** The index after the blanks or the one comment there; the same index where neither stands. */
  private static int after(String text, int at) {
    if (text.startsWith("--", at)) {
      return Characters.lineEnd(text, at);
    }
    if (text.startsWith("/*", at)) {
      return Math.max(at, QuotedText.commentEnd(text, at));
    }
    return Characters.skipSpace(text, at);
  }
}
