package io.linkspan.report;

import io.linkspan.catalog.Column;
import java.util.ArrayList;
import java.util.List;

/** What two columns of one name differ in, as a copy from the first to the second sees it. */
final class ColumnDifference {
  private ColumnDifference() {}

  /** Empty where they are the same. */
  static String of(Column from, Column to, String target) {
    List<String> differences = new ArrayList<>();
    if (!from.type().name().sql().equals(to.type().name().sql())) {
      differences.add("type");
    }
    if (from.notNull() != to.notNull()) {
      differences.add("null");
    }
    if (to.isGenerated()) {
      differences.add("computed on " + target);
    } else if (to.identity() == Column.Identity.ALWAYS) {
      differences.add("numbered on " + target);
    }
    return String.join(", ", differences);
  }
}
