package io.linkspan.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.linkspan.connection.Environment;
import io.linkspan.pg.UserException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

final class AwaitedTest {
  private final Workspace workspace =
      new Workspace(new Environment(Map.of(), Path.of("/nonexistent"), "tester", Path.of("/n")));

  @Test
  void gives_what_the_work_gives() {
    assertThat(Awaited.of(workspace, "work", () -> "done", late -> {})).isEqualTo("done");
  }

  @Test
  void throws_what_the_work_throws() {
    UserException wrong = UserException.usage("it is wrong", "Mend it.");

    Throwable thrown =
        catchThrowable(
            () ->
                Awaited.of(
                    workspace,
                    "work",
                    () -> {
                      throw wrong;
                    },
                    late -> {}));

    assertThat(thrown).isSameAs(wrong);
  }

  @Test
  void an_interrupt_ends_the_waiting_and_what_comes_later_is_handed_over() throws Exception {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch answer = new CountDownLatch(1);
    CompletableFuture<String> tooLate = new CompletableFuture<>();
    Thread other =
        new Thread(
            () -> {
              await(begun);
              // The waiting may not have begun yet.
              while (!Thread.currentThread().isInterrupted()) {
                workspace.interrupt();
                Thread.onSpinWait();
              }
            });
    other.start();

    UserException canceled =
        catchThrowableOfType(
            UserException.class,
            () ->
                Awaited.of(
                    workspace,
                    "work",
                    () -> {
                      begun.countDown();
                      await(answer);
                      return "late";
                    },
                    tooLate::complete));

    assertThat(canceled.kind()).isEqualTo(UserException.Kind.INTERRUPTED);
    assertThat(canceled.fields().message()).isEqualTo("canceled by the user");
    other.interrupt();
    answer.countDown();
    assertThat(tooLate.get(20, TimeUnit.SECONDS)).isEqualTo("late");
    other.join();
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
