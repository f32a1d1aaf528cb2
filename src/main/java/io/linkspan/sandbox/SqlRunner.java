package io.linkspan.sandbox;

/** Runs SQL text on a server; the sandbox speaks no protocol of its own. */
@FunctionalInterface
public interface SqlRunner {

  /**
   * Runs the statements of the text in their order, as one transaction or one by one. Is called by
   * two threads at once, one for each server.
   *
   * @throws RuntimeException if a statement failed; the later ones have not run
   */
  void run(Access access, String sql);
}
