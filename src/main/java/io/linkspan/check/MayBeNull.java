package io.linkspan.check;

import io.linkspan.catalog.Column;
import io.linkspan.pg.Identifier;
import io.linkspan.plan.Assignment;
import io.linkspan.plan.CopyPlan;
import io.linkspan.plan.Reading;
import io.linkspan.sql.Tokens;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Tells whether what fills a column may be NULL, so far as the text of the plan tells it. */
final class MayBeNull {
  /** What makes a value of a NULL. */
  private static final Set<String> FILL =
      Set.of(
          "coalesce",
          "case",
          "concat",
          "concat_ws",
          "format",
          "greatest",
          "least",
          "is",
          "exists",
          "array",
          "row",
          "quote_nullable",
          "num_nulls",
          "num_nonnulls",
          "json_build_object",
          "json_build_array",
          "jsonb_build_object",
          "jsonb_build_array");

  private MayBeNull() {}

  /** Whether a column of the source lets a NULL in that nothing replaces and no condition bars. */
  static boolean value(CopyPlan plan, Reading.OfTable of, Assignment assignment) {
    return through(plan, of, assignment).isPresent();
  }

  /** The first such column. */
  static Optional<Identifier> through(CopyPlan plan, Reading.OfTable of, Assignment assignment) {
    return isFilled(assignment.expression())
        ? Optional.empty()
        : assignment.from().stream()
            .flatMap(name -> of.column(name).stream())
            .filter(column -> !column.notNull())
            .map(Column::name)
            .filter(name -> !NullsLeftOut.by(plan.where(), name))
            .findFirst();
  }

  /** Whether the expression makes a value of NULL. */
  static boolean isFilled(String expression) {
    Tokens tokens = Tokens.of(expression.toLowerCase(Locale.ROOT));
    while (!tokens.atEnd()) {
      if (FILL.contains(tokens.next().word())) {
        return true;
      }
    }
    return false;
  }
}
