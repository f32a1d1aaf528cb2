package io.linkspan.command;

import io.linkspan.pg.ErrorFields;
import io.linkspan.pg.UserException;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Waiting that Ctrl-C ends at once, for work that nothing can stop. */
final class Awaited {
  private Awaited() {}

  /**
   * Does the work on a thread of its own and waits for it.
   *
   * @param tooLate gets what comes of the work after the waiting was ended
   * @throws UserException of kind INTERRUPTED where Ctrl-C ended the waiting
   */
  static <T> T of(Workspace workspace, String name, Supplier<T> work, Consumer<T> tooLate) {
    CompletableFuture<T> outcome = new CompletableFuture<>();
    Thread worker =
        new Thread(
            () -> {
              try {
                T done = work.get();
                if (!outcome.complete(done)) {
                  tooLate.accept(done);
                }
              } catch (RuntimeException | Error e) {
                outcome.completeExceptionally(e);
              }
            },
            name);
    worker.setDaemon(true);
    worker.start();
    return result(workspace, outcome, "canceled by the user");
  }

  /** What comes of the work, or an error with this message after Ctrl-C. */
  static <T> T result(Workspace workspace, CompletableFuture<T> work, String canceled) {
    try {
      return workspace.stoppable(() -> work.cancel(false), work::join);
    } catch (CancellationException e) {
      throw new UserException(UserException.Kind.INTERRUPTED, ErrorFields.of(canceled), e);
    } catch (CompletionException e) {
      if (e.getCause() instanceof UserException cause) {
        throw cause;
      }
      throw e;
    }
  }
}
