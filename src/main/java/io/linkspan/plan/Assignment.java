package io.linkspan.plan;

import io.linkspan.catalog.Column;
import io.linkspan.pg.Identifier;
import java.util.List;

/**
 * What fills one target column.
 *
 * @param expression over the columns of the column definition list, evaluated on the target
 * @param from the source columns it uses, in the order of their first use
 * @param mapped whether the user's {@code map} said it; else the names matched
 * @param fidelity of a pair that its name matched; {@link Fidelity#EQUAL} for a mapped one
 */
public record Assignment(
    Column target, String expression, List<Identifier> from, boolean mapped, Fidelity fidelity) {
  public Assignment {
    from = List.copyOf(from);
  }

  /** Whether the expression is the source column of the same name and nothing else. */
  public boolean isPlain() {
    return expression.equals(target.name().quoted());
  }
}
