package io.linkspan.command;

import io.linkspan.report.Page;
import java.util.List;

/**
 * What the shell needs of the commands: a line goes in, an outcome comes out. One thread calls all
 * of it, except {@link #interrupt()}.
 */
public interface Conversation {
  /** What the shell would show before the next line, such as {@code archive -> main =>}. */
  String prompt();

  /** Whether the typed text is complete, or waits for a quote, a bracket or a semicolon. */
  Completeness completeness(String typed);

  /**
   * Carries out one complete command or statement.
   *
   * @throws io.linkspan.pg.UserException for whatever the user can mend
   */
  Outcome execute(String typed, Page page, Questions questions);

  /** Words for the place at the cursor, likeliest first; asks no server. */
  List<Completion> complete(String typed, int cursor);

  /** Ctrl-C while a command runs: stops it, on every server. Called from another thread. */
  void interrupt();

  /** The text as the history may keep it: without secrets; empty when nothing of it may be kept. */
  String forHistory(String typed);

  /** Closes every connection and stops what runs on the servers. */
  void close();

  /** Whether a typed text is complete, and what it waits for. */
  record Completeness(boolean complete, String waitsFor) {}
}
