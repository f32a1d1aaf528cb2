package io.linkspan.report;

import io.linkspan.connection.ColumnHead;
import io.linkspan.connection.ResultListener;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** A list of things of one connection or several as rows, for formats that machines read. */
final class SideRows {
  private SideRows() {}

  /**
   * Hands the rows over, each with its connection.
   *
   * @param heads without the connection's
   */
  static <T> void hand(
      List<Side<List<T>>> sides,
      List<ColumnHead> heads,
      Function<T, List<Optional<String>>> values,
      ResultListener listener) {
    List<ColumnHead> all = new ArrayList<>(List.of(text("Connection")));
    all.addAll(heads);
    listener.columns(List.copyOf(all));
    long count = 0;
    for (Side<List<T>> side : sides) {
      for (T thing : side.found()) {
        List<Optional<String>> row = new ArrayList<>(List.of(Optional.of(side.connection())));
        row.addAll(values.apply(thing));
        listener.row(List.copyOf(row));
        count++;
      }
    }
    listener.endOfRows(count);
  }

  static ColumnHead text(String name) {
    return new ColumnHead(name, "text");
  }
}
