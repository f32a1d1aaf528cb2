package io.linkspan.statement;

import java.util.List;

/** Lists in SQL text, broken into lines of readable length. */
final class Wrapped {
  /** A terminal of 80 columns, less the margin that screens put before a statement. */
  private static final int WIDTH = 78;

  private Wrapped() {}

  /**
   * The items with commas between them.
   *
   * @param head what stands before the first item; further lines are indented below it
   */
  static String list(String head, List<String> items, String tail) {
    StringBuilder text = new StringBuilder(head);
    int column = head.length();
    String indent = " ".repeat(Math.min(head.length(), 8));
    for (int i = 0; i < items.size(); i++) {
      String item = items.get(i) + (i + 1 < items.size() ? "," : tail);
      boolean first = i == 0;
      if (!first && column + 1 + item.length() > WIDTH) {
        text.append('\n').append(indent).append(item);
        column = indent.length() + item.length();
      } else {
        text.append(first ? "" : " ").append(item);
        column += item.length() + (first ? 0 : 1);
      }
    }
    return text.toString();
  }
}
