package io.linkspan.shell;

import io.linkspan.command.Outcome;
import io.linkspan.run.Progress;
import io.linkspan.run.RunListener;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.IntStream;

/** Work that goes on as a test says, step by step. */
final class FakeWork implements Function<RunListener, Outcome> {
  private final BlockingQueue<Function<RunListener, Optional<Outcome>>> steps =
      new LinkedBlockingQueue<>();

  @Override
  public Outcome apply(RunListener listener) {
    try {
      Optional<Outcome> outcome = Optional.empty();
      while (outcome.isEmpty()) {
        outcome = steps.take().apply(listener);
      }
      return outcome.get();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  void step(Consumer<RunListener> step) {
    steps.add(
        listener -> {
          step.accept(listener);
          return Optional.empty();
        });
  }

  void progress(long rows, int seconds, String... doing) {
    step(listener -> listener.progress(at(rows, seconds, doing)));
  }

  void remark(String text) {
    step(listener -> listener.remark(text));
  }

  void end(String result) {
    steps.add(listener -> Optional.of(Outcome.line(result)));
  }

  void fail(RuntimeException failure) {
    steps.add(
        listener -> {
          throw failure;
        });
  }

  /** Run 7 with so many of about 1000 rows, after so many seconds. */
  static Progress at(long rows, int seconds, String... doing) {
    List<Progress.Worker> workers =
        IntStream.range(0, doing.length)
            .mapToObj(i -> new Progress.Worker(i + 1, doing[i], rows / doing.length))
            .toList();
    return new Progress(
        "run 7",
        OptionalLong.of(7),
        rows,
        OptionalLong.of(1000),
        0,
        OptionalInt.empty(),
        Duration.ofSeconds(seconds),
        workers);
  }
}
