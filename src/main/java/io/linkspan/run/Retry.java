package io.linkspan.run;

import io.linkspan.connection.ServerException;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/** Tells which errors pass by themselves, and how long to wait before the next attempt. */
final class Retry {
  /** Serialization failure, deadlock, lock timeout (manual, appendix A). */
  private static final Set<String> CONTENTION = Set.of("40001", "40P01", "55P03");

  /** Too many connections, the server starting up or shutting down, no room for a lock. */
  private static final Set<String> PASSING = Set.of("53300", "57P01", "57P02", "57P03", "57P05");

  private static final List<Duration> PAUSES =
      List.of(
          Duration.ofMillis(100),
          Duration.ofMillis(300),
          Duration.ofSeconds(1),
          Duration.ofSeconds(2),
          Duration.ofSeconds(4),
          Duration.ofSeconds(8),
          Duration.ofSeconds(15),
          Duration.ofSeconds(30));

  private Retry() {}

  /** Whether the same may well succeed when it is done again. */
  static boolean worthwhile(ServerException e) {
    return CONTENTION.contains(e.sqlState().code()) || lost(e);
  }

  /** Whether two transactions stood in each other's way. */
  static boolean deadlock(ServerException e) {
    return e.sqlState().code().equals("40P01");
  }

  /** Whether a connection was lost or could not be had, the target's own or the link's. */
  static boolean lost(ServerException e) {
    String message = e.fields().message();
    return e.sqlState().code().startsWith("08")
        || PASSING.contains(e.sqlState().code())
        || message.contains("no connection to the server")
        || message.contains("another command is already in progress");
  }

  /**
   * The pause before an attempt.
   *
   * @param attempt 1 for the first retry
   */
  static Duration pause(int attempt) {
    return PAUSES.get(Math.min(attempt, PAUSES.size()) - 1);
  }

  /** Whether to give up: after about a minute in all. */
  static boolean exhausted(int attempt) {
    return attempt > PAUSES.size();
  }
}
