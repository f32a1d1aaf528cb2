package io.linkspan.sql;

import java.util.List;

/** What a SELECT keeps of equal rows. */
public sealed interface Distinctness {
  /** All rows. */
  record None() implements Distinctness {}

  /** {@code DISTINCT}: one of rows equal in every column. */
  record Rows() implements Distinctness {}

  /**
   * {@code DISTINCT ON}: the first of rows equal in these expressions.
   *
   * @param expressions as typed
   */
  record On(List<String> expressions) implements Distinctness {
    public On {
      expressions = List.copyOf(expressions);
    }
  }

  /** Reads the words before a select list and passes them. */
  static Distinctness read(Tokens list) {
    if (!list.acceptWord("distinct")) {
      list.acceptWord("all");
      return new None();
    }
    if (!list.peek(1).isSymbol("(") || !list.acceptWord("on")) {
      return new Rows();
    }
    Tokens inside = list.within(list.expectParentheses());
    return new On(inside.splitTopLevel(",").stream().map(Slice::text).toList());
  }
}
