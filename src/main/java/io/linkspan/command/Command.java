package io.linkspan.command;

/** One verb of the language. */
interface Command {
  /** What help, completion and the command reference say of it. */
  Usage usage();

  /** Whether a word calls it, beside those that its usage lists. */
  default boolean answersTo(String word) {
    return false;
  }

  /**
   * Carries it out.
   *
   * @throws io.linkspan.pg.UserException for whatever the user can mend; nothing is changed then
   */
  Outcome execute(Invocation invocation);
}
