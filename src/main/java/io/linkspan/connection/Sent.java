package io.linkspan.connection;

import java.util.Optional;

/**
 * A message of the shell's to a server.
 *
 * @param number counted over all sessions of a connection
 * @param connection the name of the connection
 * @param role what the session is for, such as {@code worker 1}; empty for the prompt's
 * @param pid the process id of the server's backend
 * @param nanos when, by {@link System#nanoTime}
 */
public record Sent(long number, String connection, String role, int pid, What what, long nanos) {
  /** The sorts of messages. */
  public enum Kind {
    /** A query whose rows the shell reads for itself. */
    LOOK_UP,
    STATEMENT,
    /** Something else than SQL: a login, a cancel, a call of a function. */
    REQUEST
  }

  /**
   * What a message says.
   *
   * @param text SQL as it is sent, or words; never the arguments of a call that may be secret
   * @param through what it makes the server ask of another one
   */
  public record What(Kind kind, String text, Optional<Through> through) {}

  /**
   * What the target asks of the source for a message.
   *
   * @param source the name of the connection that leads there for the shell
   * @param pid the process id of the source's backend; 0 where it is not known
   */
  public record Through(String source, int pid, String remote) {}

  static What lookUp(String sql) {
    return new What(Kind.LOOK_UP, sql, Optional.empty());
  }

  static What statement(String sql) {
    return new What(Kind.STATEMENT, sql, Optional.empty());
  }

  static What request(String words) {
    return new What(Kind.REQUEST, words, Optional.empty());
  }
}
