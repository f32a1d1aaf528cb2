package io.linkspan.connection;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tomlj.Toml;
import org.tomlj.TomlParseResult;

/**
 * Where one section stands in a TOML text.
 *
 * @param lines of the whole text, each with its line end
 * @param header index of the line {@code [NAME]}
 * @param end index after the last line that belongs to it; comments and blank lines before the next
 *     section do not
 */
record SectionLines(List<String> lines, int header, int end) {
  SectionLines {
    lines = List.copyOf(lines);
  }

  /** The section of this path, where the text has a header line for it. */
  static Optional<SectionLines> find(String text, List<String> path) {
    List<String> lines = split(text);
    int header = -1;
    int next = lines.size();
    StringBuilder before = new StringBuilder();
    for (int i = 0; i < lines.size(); i++) {
      if (isHeader(lines.get(i), before)) {
        if (header >= 0) {
          next = i;
          break;
        }
        if (isHeaderOf(lines.get(i), path)) {
          header = i;
        }
      }
      before.append(lines.get(i));
    }
    return header < 0
        ? Optional.empty()
        : Optional.of(new SectionLines(lines, header, endOfValues(lines, header, next)));
  }

  private static List<String> split(String text) {
    List<String> lines = new ArrayList<>();
    for (int start = 0; start < text.length(); ) {
      int end = text.indexOf('\n', start) + 1;
      lines.add(text.substring(start, end == 0 ? text.length() : end));
      start = end == 0 ? text.length() : end;
    }
    return lines;
  }

  /** A bracket begins a section only where no string or array is still open. */
  private static boolean isHeader(String line, StringBuilder before) {
    return line.stripLeading().startsWith("[") && !Toml.parse(before.toString()).hasErrors();
  }

  private static boolean isHeaderOf(String line, List<String> path) {
    TomlParseResult header = Toml.parse(line);
    return !header.hasErrors() && header.isTable(path);
  }

  private static int endOfValues(List<String> lines, int header, int next) {
    int end = next;
    while (end > header + 1 && isBlankOrComment(lines.get(end - 1))) {
      end--;
    }
    return end;
  }

  private static boolean isBlankOrComment(String line) {
    return line.isBlank() || line.stripLeading().startsWith("#");
  }

  /** The text with other lines in the section's place. */
  String replaced(String section) {
    return joined(0, header) + section + joined(end, lines.size());
  }

  /** The text without the section and the blank line before it. */
  String removed() {
    boolean blankBefore = header > 0 && lines.get(header - 1).isBlank();
    return joined(0, blankBefore ? header - 1 : header) + joined(end, lines.size());
  }

  private String joined(int from, int to) {
    return String.join("", lines.subList(from, to));
  }
}
