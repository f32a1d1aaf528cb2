package io.linkspan.shell;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The end of the process, whichever way it comes: what runs is stopped on the servers, and every
 * connection is closed, once. {@code Main} runs it last and gives it as a shutdown hook, which
 * SIGINT, SIGTERM and SIGHUP start; the exit code of those is the virtual machine's (130, 143,
 * 129).
 */
public final class Ending implements Runnable {
  private static final Duration PATIENCE = Duration.ofSeconds(4);

  private final Exchange exchange;
  private final AtomicBoolean done = new AtomicBoolean();

  /** The end of a conversation. */
  public Ending(Exchange exchange) {
    this.exchange = exchange;
  }

  /** The user leaves: programs that results went to are waited for. */
  @Override
  public void run() {
    if (done.compareAndSet(false, true)) {
      end(exchange::closePlaces);
    }
  }

  /** A signal ends the process: nobody waits. */
  public void atSignal() {
    if (done.compareAndSet(false, true)) {
      end(exchange::endPlaces);
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
      }
    }
  }
}
