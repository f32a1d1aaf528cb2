package io.linkspan.sql;

/**
 * Why a text could not be taken apart; says nothing of what the text holds.
 *
 * @param reason one line, lower case
 * @param line 1-based
 * @param column 1-based, in characters
 */
public record Unparsed(String reason, int line, int column) {

  /** The reason at an index of the text. */
  static Unparsed at(String reason, String text, int offset) {
    int stop = Math.max(0, Math.min(offset, text.length()));
    int line = 1;
    int lineBegin = 0;
    for (int i = 0; i < stop; i++) {
      if (text.charAt(i) == '\n') {
        line++;
        lineBegin = i + 1;
      }
    }
    return new Unparsed(reason, line, stop - lineBegin + 1);
  }
}
