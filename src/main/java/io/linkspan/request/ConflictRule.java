package io.linkspan.request;

/** What becomes of a row whose key the target already has. */
public sealed interface ConflictRule {
  /** The row is skipped, whichever key it is. */
  record Preserve() implements ConflictRule {}

  /**
   * The row that is there gets the values of the copied one.
   *
   * @param target the conflict target as typed with its parentheses or {@code on constraint}, empty
   *     where the plan is to choose the key
   */
  record Overwrite(String target) implements ConflictRule {}

  /** The statement fails. */
  record Fail() implements ConflictRule {}

  /** PostgreSQL's own clause: the user's text after {@code on conflict}. */
  record Clause(String text) implements ConflictRule {}
}
