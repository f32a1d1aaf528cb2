package io.linkspan.sandbox;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;

/** The two servers of a sandbox, which start and stop side by side. */
record ServerPair(EmbeddedServer archive, EmbeddedServer main) implements AutoCloseable {

  /**
   * Starts both, each in a thread of its own; if one fails, the other is stopped.
   *
   * @throws RuntimeException the failure of the first, or else of the second
   */
  static ServerPair start(Supplier<EmbeddedServer> archive, Supplier<EmbeddedServer> main) {
    CompletableFuture<EmbeddedServer> one = inThread(archive);
    CompletableFuture<EmbeddedServer> two = inThread(main);
    try {
      return one.thenCombine(two, ServerPair::new).join();
    } catch (CompletionException e) {
      stopIfStarted(one);
      stopIfStarted(two);
      if (e.getCause() instanceof RuntimeException failure) {
        throw failure;
      }
      throw e;
    }
  }

  private static CompletableFuture<EmbeddedServer> inThread(Supplier<EmbeddedServer> start) {
    return CompletableFuture.supplyAsync(start, task -> new Thread(task, "sandbox").start());
  }

  private static void stopIfStarted(CompletableFuture<EmbeddedServer> start) {
    if (!start.isCompletedExceptionally()) {
      start.join().close();
    }
  }

  @Override
  public void close() {
    archive.beginStop();
    main.close();
    archive.close();
  }
}
