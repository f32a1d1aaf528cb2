package io.linkspan.page;

/**
 * A part of a statement, as it is sent.
 *
 * @param where on which server it works
 * @param does what it does, in a sentence or two
 */
record StatementPart(String sql, Where where, String does) {
  /** Which side does the work of a part. */
  enum Where {
    SOURCE,
    BETWEEN,
    TARGET
  }
}
