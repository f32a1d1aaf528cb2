package io.linkspan.report;

import io.linkspan.connection.ColumnHead;
import java.util.List;
import java.util.Optional;

/** Writes the rows of one result in one format. */
interface RowsScreen {
  void columns(List<ColumnHead> heads);

  void row(List<Optional<String>> values);

  void endOfRows(long rows);
}
