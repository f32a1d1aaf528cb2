package io.linkspan.report;

import io.linkspan.connection.ColumnHead;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Rows as a table of GitHub Flavored Markdown (its specification, section 4.10). */
final class MarkdownRows implements RowsScreen {
  private final Display display;
  private final Writer out;

  MarkdownRows(Display display, Writer out) {
    this.display = display;
    this.out = out;
  }

  @Override
  public void columns(List<ColumnHead> heads) {
    if (!display.parts().title().isEmpty()) {
      write(escaped(display.parts().title()) + "\n\n");
    }
    // Without a heading it would be no table.
    write(line(heads.stream().map(ColumnHead::name).map(MarkdownRows::escaped).toList()));
    write(
        heads.stream()
                .map(head -> ColumnKind.of(head).toTheRight() ? "---:" : "---")
                .collect(Collectors.joining(" | ", "| ", " |"))
            + "\n");
  }

  @Override
  public void row(List<Optional<String>> values) {
    write(line(values.stream().map(v -> escaped(v.orElse(display.nullText()))).toList()));
  }

  private static String line(List<String> cells) {
    return cells.stream().collect(Collectors.joining(" | ", "| ", " |\n"));
  }

  /** A bar would end the cell, a line end the table, and the others begin a mark. */
  private static String escaped(String text) {
    StringBuilder out = new StringBuilder(text.length() + 8);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\n') {
        out.append("<br>");
      } else if (c == '<') {
        out.append("&lt;");
      } else if ("\\|`*_[]".indexOf(c) >= 0) {
        out.append('\\').append(c);
      } else if (c != '\r') {
        out.append(c);
      }
    }
    return out.toString();
  }

  @Override
  public void endOfRows(long rows) {
    write("\n");
  }

  private void write(String text) {
    try {
      out.write(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
