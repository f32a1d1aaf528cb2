package io.linkspan.report;

import java.util.List;
import java.util.Optional;

/** Lays out the rows of one result, of which the first ones have decided the widths. */
interface RowsLayout {
  /** What stands above the rows. */
  void begin();

  /** One row. */
  void row(List<Optional<String>> values);

  /** What stands below so many rows. */
  void end(long rows);
}
