package io.linkspan.shell;

/** The prompt before the further lines of an input; as in psql, it shows what is waited for. */
final class ContinuationPrompt {
  private ContinuationPrompt() {}

  /** One character for what is waited for: {@code -} for the end of a statement. */
  static String mark(String waitsFor) {
    return switch (waitsFor.isEmpty() ? ' ' : waitsFor.charAt(0)) {
      case '(', ')' -> "(";
      case '[', ']' -> "[";
      case '\'' -> "'";
      case '"' -> "\"";
      case '$' -> "$";
      case '*', '/' -> "*";
      default -> "-";
    };
  }

  /** The prompt with the mark in the place of its last equals sign. */
  static String of(String prompt, String mark) {
    int equals = prompt.lastIndexOf('=');
    if (equals >= 0) {
      return prompt.substring(0, equals) + mark + prompt.substring(equals + 1);
    }
    int end = prompt.endsWith(">") ? prompt.length() - 1 : prompt.length();
    return prompt.substring(0, end) + mark + prompt.substring(end);
  }
}
