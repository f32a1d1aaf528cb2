package io.linkspan.configfile;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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
public record SectionLines(List<String> lines, int header, int end) {
  public SectionLines {
    lines = List.copyOf(lines);
  }

  /** The section of this path, where the text has a header line for it. */
  public static Optional<SectionLines> find(String text, List<String> path) {
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
  public String replaced(String section) {
    return joined(0, header) + section + joined(end, lines.size());
  }

  /** The text without the section and the blank line before it. */
  public String removed() {
    boolean blankBefore = header > 0 && lines.get(header - 1).isBlank();
    return joined(0, blankBefore ? header - 1 : header) + joined(end, lines.size());
  }

  /** The text with another value of a key that has a line of its own; empty where it has none. */
  Optional<String> withValue(String key, String value) {
    for (int i = header + 1; i < end; i++) {
      String line = lines.get(i);
      TomlParseResult alone = Toml.parse(line);
      if (!alone.hasErrors() && alone.keySet().equals(Set.of(key))) {
        int equals = line.indexOf('=', line.indexOf(key) + key.length()) + 1;
        String blank = line.substring(equals).stripLeading();
        String before = line.substring(0, line.length() - blank.length());
        return Optional.of(
            joined(0, i)
                + before
                + value
                + afterValue(line, alone, key)
                + joined(i + 1, lines.size()));
      }
    }
    return Optional.empty();
  }

  /** What stands after the value: a comment where the line says the same without it, its end. */
  private static String afterValue(String line, TomlParseResult alone, String key) {
    for (int at = line.indexOf('#'); at >= 0; at = line.indexOf('#', at + 1)) {
      String without = line.substring(0, at);
      TomlParseResult cut = Toml.parse(without);
      if (!cut.hasErrors() && alone.get(List.of(key)).equals(cut.get(List.of(key)))) {
        return line.substring(without.stripTrailing().length());
      }
    }
    return line.substring(line.stripTrailing().length());
  }

  /** The text with one more line at the section's end. */
  String withLine(String line, String lineEnd) {
    String last = lines.get(end - 1);
    return joined(0, end)
        + (last.endsWith("\n") ? "" : lineEnd)
        + line
        + lineEnd
        + joined(end, lines.size());
  }

  private String joined(int from, int to) {
    return String.join("", lines.subList(from, to));
  }
}
