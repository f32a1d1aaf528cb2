package io.linkspan.verify;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Two pieces of work at the same time, each on a thread of its own. */
final class SideBySide {
  private static final Duration TICK = Duration.ofMillis(100);

  /** What both came to. */
  record Both<A, B>(A first, B second) {}

  private SideBySide() {}

  /**
   * Waits for both. Where one fails, or the stop is asked for, the other is cancelled; neither runs
   * any more when this ends.
   *
   * @param cancel cancels what runs; called again until it has ended
   * @param tick called now and then while it goes on
   */
  static <A, B> Both<A, B> run(
      Supplier<A> first,
      Supplier<B> second,
      BooleanSupplier stopped,
      Runnable cancel,
      Runnable tick) {
    CompletableFuture<A> a = started("verify source", first);
    CompletableFuture<B> b = started("verify target", second);
    boolean interrupted = false;
    while (!a.isDone() || !b.isDone()) {
      try {
        CompletableFuture.allOf(a, b).get(TICK.toMillis(), TimeUnit.MILLISECONDS);
      } catch (TimeoutException | ExecutionException e) {
        tick.run();
      } catch (InterruptedException e) {
        interrupted = true;
      }
      boolean failed = a.isCompletedExceptionally() || b.isCompletedExceptionally();
      if ((failed || interrupted || stopped.getAsBoolean()) && !(a.isDone() && b.isDone())) {
        cancel.run();
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    return joined(a, b);
  }

  private static <T> CompletableFuture<T> started(String name, Supplier<T> work) {
    return CompletableFuture.supplyAsync(
        work,
        command -> {
          Thread thread = new Thread(command, name);
          thread.setDaemon(true);
          thread.start();
        });
  }

  private static <A, B> Both<A, B> joined(CompletableFuture<A> a, CompletableFuture<B> b) {
    try {
      return new Both<>(a.join(), b.join());
    } catch (CompletionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw e;
    }
  }
}
