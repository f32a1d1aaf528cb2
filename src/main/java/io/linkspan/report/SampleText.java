package io.linkspan.report;

import java.util.ArrayList;
import java.util.List;

/** Sample SQL in a text: its lines stay as they are, unless the terminal is too narrow. */
final class SampleText {
  private static final int FURTHER = 4;

  private SampleText() {}

  /** The line, broken at blanks where it is too long; what goes on stands further to the right. */
  static List<String> broken(String line, int columns, Page page) {
    List<String> lines = new ArrayList<>();
    int indent = line.length() - line.stripLeading().length();
    String left = line;
    while (page.textWidth().applyAsInt(left) > columns) {
      int at = lastBlank(left, columns, page);
      if (at < 0) {
        break;
      }
      lines.add(left.substring(0, at).stripTrailing());
      left = " ".repeat(indent + FURTHER) + left.substring(at).strip();
    }
    lines.add(left);
    return lines;
  }

  /** The last blank before which all fits; negative where there is none behind the indentation. */
  private static int lastBlank(String line, int columns, Page page) {
    int begin = line.length() - line.stripLeading().length();
    int at = line.lastIndexOf(' ');
    while (at > begin && page.textWidth().applyAsInt(line.substring(0, at)) > columns) {
      at = line.lastIndexOf(' ', at - 1);
    }
    return at > begin ? at : -1;
  }
}
