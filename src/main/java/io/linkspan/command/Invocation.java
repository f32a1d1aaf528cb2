package io.linkspan.command;

import io.linkspan.report.Page;
import io.linkspan.sql.Tokens;

/**
 * A command as typed.
 *
 * @param word the word that called it
 * @param rest the text after that word, variables filled in
 */
record Invocation(String word, String rest, Page page, Questions questions) {
  /** A cursor over the rest. */
  Tokens tokens() {
    return Tokens.of(rest);
  }

  /** Fails where something is typed after a command that takes nothing. */
  void requireNothing() {
    tokens().expectEnd();
  }
}
