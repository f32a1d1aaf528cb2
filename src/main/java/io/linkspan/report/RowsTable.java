package io.linkspan.report;

import io.linkspan.connection.ColumnHead;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Rows as a table in psql's manner, one line a row or one line a value, in constant memory: the
 * first rows decide the widths, and a wider value that comes later sticks out.
 */
public final class RowsTable implements RowsScreen {
  /** Rows that are kept to find the widths. */
  private static final int SAMPLE = 500;

  private final Page page;
  private final Display display;
  private final Consumer<Line> out;
  private final List<List<Optional<String>>> sample = new ArrayList<>();
  private List<TableColumn> columns = List.of();
  private Optional<RowsLayout> layout = Optional.empty();

  /** A table that is written line by line. */
  public RowsTable(Page page, Display display, Consumer<Line> out) {
    this.page = page;
    this.display = display;
    this.out = out;
  }

  @Override
  public void columns(List<ColumnHead> heads) {
    columns = heads.stream().map(head -> new TableColumn(head, page)).toList();
    sample.clear();
    layout = Optional.empty();
  }

  @Override
  public void row(List<Optional<String>> values) {
    if (layout.isPresent()) {
      layout.get().row(values);
      return;
    }
    sample.add(List.copyOf(values));
    if (sample.size() == SAMPLE) {
      begun();
    }
  }

  @Override
  public void endOfRows(long rows) {
    layout.orElseGet(this::begun).end(rows);
    layout = Optional.empty();
  }

  private RowsLayout begun() {
    Cells cells = new Cells(display.nullText());
    for (List<Optional<String>> row : sample) {
      for (int i = 0; i < columns.size(); i++) {
        columns.get(i).makeRoomFor(cells.lines(row.get(i)));
      }
    }
    RowsLayout chosen =
        expanded()
            ? new ExpandedRows(columns, page, display, out)
            : new AlignedRows(columns, page, display, out);
    layout = Optional.of(chosen);
    chosen.begin();
    sample.forEach(chosen::row);
    sample.clear();
    return chosen;
  }

  private boolean expanded() {
    int room = display.frame().columns() > 0 ? display.frame().columns() : page.width();
    return switch (display.expanded()) {
      case ON -> true;
      case OFF -> false;
      case AUTO -> !sample.isEmpty() && AlignedRows.width(columns, display.frame().border()) > room;
    };
  }
}
