package io.linkspan.report;

import io.linkspan.connection.ColumnHead;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Rows as psql's unaligned format writes them: the values as they are, a separator between them.
 */
final class UnalignedRows implements RowsScreen {
  private final Display display;
  private final Writer out;
  private List<ColumnHead> heads = List.of();
  private boolean something;

  UnalignedRows(Display display, Writer out) {
    this.display = display;
    this.out = out;
  }

  private boolean expanded() {
    return display.expanded() == Display.Expanded.ON;
  }

  @Override
  public void columns(List<ColumnHead> columns) {
    heads = List.copyOf(columns);
    something = false;
    if (!display.parts().title().isEmpty()) {
      record(display.parts().title());
    }
    if (display.parts().heads() && !expanded()) {
      record(joined(columns.stream().map(ColumnHead::name).toList()));
    }
  }

  @Override
  public void row(List<Optional<String>> values) {
    List<String> texts = values.stream().map(v -> v.orElse(display.nullText())).toList();
    if (!expanded()) {
      record(joined(texts));
      return;
    }
    if (something) {
      record("");
    }
    for (int i = 0; i < texts.size(); i++) {
      record(joined(List.of(heads.get(i).name(), texts.get(i))));
    }
  }

  private String joined(List<String> texts) {
    return texts.stream().collect(Collectors.joining(display.separators().field()));
  }

  /** The separator stands between the rows; the last one ends in a line end. */
  private void record(String text) {
    write((something ? display.separators().row() : "") + text);
    something = true;
  }

  @Override
  public void endOfRows(long rows) {
    if (display.parts().footer() && !expanded()) {
      record(Cells.count(rows).text());
    }
    if (something) {
      write("\n");
    }
  }

  private void write(String text) {
    try {
      out.write(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
