package io.linkspan.request;

import java.util.List;

/** Which of the equal rows are proposed. */
public sealed interface Distinct {
  /** Every row. */
  record None() implements Distinct {}

  /** Of rows that are equal in every copied column, one. */
  record All() implements Distinct {}

  /**
   * Of rows that are equal in these expressions, the first.
   *
   * @param expressions the user's own texts
   * @param orderBy the user's own text, empty for none
   */
  record On(List<String> expressions, String orderBy) implements Distinct {
    public On {
      expressions = List.copyOf(expressions);
    }
  }
}
