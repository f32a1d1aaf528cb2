package io.linkspan.sql;

/** Where an operator ends (manual, "Operators"; scan.l, rule operator). */
final class OperatorText {
  private static final String CHARACTERS = "~!@#^&|`?+-*/%<>=";
  private static final String LETS_SIGNS_END_IT = "~!@#^&|`?%";

  private OperatorText() {}

  static boolean isOperator(char c) {
    return CHARACTERS.indexOf(c) >= 0;
  }

  /** The end of the operator characters from there on, which a comment cuts off. */
  static int runEnd(String text, int begin) {
    int at = begin;
    while (at < text.length() && isOperator(text.charAt(at)) && !startsComment(text, at)) {
      at++;
    }
    return at;
  }

  /**
   * The end of the first operator of a run: a plus or minus ends an operator of several characters
   * only where it also holds one that SQL itself has no use for. What is left of the run are signs.
   */
  static int end(String text, int begin, int runEnd) {
    for (int at = begin; at < runEnd; at++) {
      if (LETS_SIGNS_END_IT.indexOf(text.charAt(at)) >= 0) {
        return runEnd;
      }
    }
    int end = runEnd;
    while (end > begin + 1 && (text.charAt(end - 1) == '+' || text.charAt(end - 1) == '-')) {
      end--;
    }
    return end;
  }

  private static boolean startsComment(String text, int at) {
    char next = Characters.at(text, at + 1);
    return (text.charAt(at) == '-' && next == '-') || (text.charAt(at) == '/' && next == '*');
  }
}
