package io.linkspan.report;

import io.linkspan.connection.ColumnHead;
import java.util.List;

/** One column of a table on a page: its heading, its width and the side that its values keep to. */
final class TableColumn {
  private final String name;
  private final boolean toTheRight;
  private final Page page;
  private int width;
  private int valueWidth;

  TableColumn(ColumnHead head, Page page) {
    this.name = Visible.line(head.name());
    this.toTheRight = ColumnKind.of(head).toTheRight();
    this.page = page;
    this.width = page.textWidth().applyAsInt(name);
  }

  void makeRoomFor(List<String> lines) {
    for (String line : lines) {
      valueWidth = Math.max(valueWidth, page.textWidth().applyAsInt(line));
    }
    width = Math.max(width, valueWidth);
  }

  String name() {
    return name;
  }

  int width() {
    return width;
  }

  /** The width of the values alone, without the name. */
  int valueWidth() {
    return valueWidth;
  }

  String centred() {
    int left = (width - page.textWidth().applyAsInt(name)) / 2;
    return page.padRight(" ".repeat(left) + name, width);
  }

  String padded(String text) {
    return toTheRight ? page.padLeft(text, width) : page.padRight(text, width);
  }
}
