package io.linkspan.shell;

import java.time.Duration;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The end of the process, whichever way it comes: what runs is stopped on the servers, and every
 * connection is closed, once. {@code Main} runs it last and gives it as a shutdown hook, which
 * SIGINT, SIGTERM and SIGHUP start; the exit code of those is the virtual machine's (130, 143,
 * 129).
 */
public final class Ending implements Runnable {
  private static final Duration PATIENCE = Duration.ofSeconds(4);

  private final Exchange exchange;
  private final Runnable last;
  private final AtomicReference<Cause> begun = new AtomicReference<>(Cause.NONE);

  private enum Cause {
    NONE,
    INPUT,
    SIGNAL
  }

  /** The end of a conversation. */
  public Ending(Exchange exchange) {
    this(exchange, () -> {});
  }

  /**
   * The end of a conversation.
   *
   * @param last done when nothing runs any more
   */
  public Ending(Exchange exchange, Runnable last) {
    this.exchange = exchange;
    this.last = last;
  }

  /** Whether a signal came before the end of the input; it has told of the end then. */
  public boolean isBySignal() {
    return begun.get() == Cause.SIGNAL;
  }

  /** The user leaves: programs that results went to are waited for. */
  @Override
  public void run() {
    if (begun.compareAndSet(Cause.NONE, Cause.INPUT)) {
      end(exchange::closePlaces);
    }
  }

  /** A signal ends the process: nobody waits. */
  public void atSignal() {
    if (begun.compareAndSet(Cause.NONE, Cause.SIGNAL)) {
      end(exchange::endPlaces);
      exchange.ended(OptionalInt.empty());
    } else {
      // The signal may have come while a program was waited for.
      exchange.endPlaces();
    }
  }

  private void end(Runnable places) {
    try {
      if (exchange.activity().running()) {
        exchange.interrupt();
        exchange.activity().awaitEnd(PATIENCE);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      try {
        exchange.conversation().close();
      } finally {
        places.run();
        last.run();
      }
    }
  }
}
