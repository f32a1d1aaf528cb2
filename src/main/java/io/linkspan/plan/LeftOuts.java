package io.linkspan.plan;

import io.linkspan.catalog.Column;
import io.linkspan.catalog.Table;
import io.linkspan.pg.Identifier;
import io.linkspan.request.CopyRequest;
import java.util.List;
import java.util.Set;

/** Says why a column is left out. */
final class LeftOuts {
  private LeftOuts() {}

  /** The source columns that do not travel. */
  static List<LeftOut> ofSource(
      Reading reading, Table into, Set<Identifier> used, CopyRequest request) {
    return reading.columns().stream()
        .filter(column -> !used.contains(column.name()))
        .map(column -> new LeftOut(column, sourceReason(column, into, request)))
        .toList();
  }

  private static String sourceReason(Column column, Table into, CopyRequest request) {
    return into.column(column.name())
        .map(
            target -> {
              if (target.isGenerated()) {
                return "the target computes it";
              }
              return request.mapping().containsKey(target.name())
                  ? "map fills the target's from elsewhere"
                  : "not in the column list";
            })
        .orElse("no such column on the target");
  }

  /** A target column that the INSERT leaves out, with what fills it instead. */
  static LeftOut ofTarget(Column column) {
    return new LeftOut(column, targetReason(column));
  }

  private static String targetReason(Column column) {
    if (column.isGenerated()) {
      return "generated as " + column.defaultExpression().orElse("an expression");
    }
    if (column.identity() != Column.Identity.NONE) {
      return "numbered by its identity";
    }
    return column
        .defaultExpression()
        .map(expression -> "default " + expression)
        .orElse(column.notNull() ? "nothing fills it" : "NULL");
  }
}
