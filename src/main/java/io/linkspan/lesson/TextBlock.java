package io.linkspan.lesson;

import java.util.ArrayList;
import java.util.List;

/**
 * A paragraph, or lines that stay as they are.
 *
 * @param verbatim whether the lines stay as they are
 */
public record TextBlock(boolean verbatim, List<String> lines) {
  private static final String INDENT = "  ";

  public TextBlock {
    lines = List.copyOf(lines);
  }

  /** The blocks of a text: an empty line ends one, and so does the beginning of indented lines. */
  static List<TextBlock> of(List<String> lines) {
    List<TextBlock> blocks = new ArrayList<>();
    List<String> open = new ArrayList<>();
    boolean verbatim = false;
    for (String line : lines) {
      boolean indented = line.startsWith(INDENT);
      boolean ends = line.isBlank() || indented != verbatim;
      if (ends && !open.isEmpty()) {
        blocks.add(new TextBlock(verbatim, open));
        open = new ArrayList<>();
      }
      verbatim = indented;
      if (!line.isBlank()) {
        open.add(indented ? line.substring(INDENT.length()) : line);
      }
    }
    if (!open.isEmpty()) {
      blocks.add(new TextBlock(verbatim, open));
    }
    return List.copyOf(blocks);
  }

  /** The lines as one. */
  public String joined() {
    return String.join(" ", lines);
  }
}
