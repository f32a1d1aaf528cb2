package io.linkspan.connection;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/** Where somebody may listen to the sessions of a connection; costs next to nothing else. */
final class Tap {
  private final AtomicLong numbers = new AtomicLong();
  private volatile Optional<TrafficListener> listener = Optional.empty();

  void listen(Optional<TrafficListener> to) {
    listener = to;
  }

  /** Tells that a message is about to be sent; what comes of it is told to what this gives. */
  Told sent(Session session, Sent.What what) {
    return sent(session, what, System.nanoTime());
  }

  /** The same of a message that was sent before. */
  Told sent(Session session, Sent.What what, long nanos) {
    Optional<TrafficListener> to = listener;
    if (to.isEmpty()) {
      return Told.TO_NOBODY;
    }
    Sent message =
        new Sent(
            numbers.incrementAndGet(),
            session.name(),
            session.role(),
            session.backendPid(),
            what,
            nanos);
    to.orElseThrow().sent(message);
    return new Told.ToSomebody(message, to.orElseThrow());
  }
}
