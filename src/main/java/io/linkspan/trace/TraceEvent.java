package io.linkspan.trace;

import io.linkspan.catalog.Activity;
import java.time.Duration;

/** Something of a conversation that is to be shown; its time counts from the command's begin. */
public sealed interface TraceEvent {
  Duration at();

  /**
   * A message was sent.
   *
   * @param from who sent it, such as {@code shell}, {@code worker 1} or a connection's name
   * @param text without secrets
   */
  record Asked(Duration at, String from, String to, String text) implements TraceEvent {}

  /**
   * An answer came.
   *
   * @param from whose answer it is
   * @param to who asked
   * @param text what came, in words
   * @param took since the message; zero where that is not known
   */
  record Came(Duration at, String from, String to, String text, boolean error, Duration took)
      implements TraceEvent {}

  /**
   * Queries by which the shell looked something up, folded into one.
   *
   * @param took all of them together
   */
  record Folded(Duration at, String from, String to, int count, Duration took)
      implements TraceEvent {}

  /** What a server says that one of the backends does. */
  record Seen(Duration at, String server, Activity activity) implements TraceEvent {}

  /** Something could not be looked at. */
  record Unseen(Duration at, String server, String why) implements TraceEvent {}
}
