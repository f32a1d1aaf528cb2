package io.linkspan.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.linkspan.journal.BatchCounts;
import io.linkspan.journal.JournalSamples;
import io.linkspan.journal.JournaledRun;
import io.linkspan.run.Progress;
import io.linkspan.run.RunListener;
import io.linkspan.testing.Await;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

final class OneStepTest {
  private static final JournaledRun RUN =
      JournalSamples.finished(7, new BatchCounts(3, 0, 3, 0, 0, 0));

  /** Keeps what it is told. */
  private record Told(List<Progress> all) implements RunListener {
    @Override
    public void progress(Progress now) {
      all.add(now);
    }

    @Override
    public void remark(String text) {}
  }

  @Test
  void a_step_is_told_again_and_again_while_it_goes_on() {
    Told told = new Told(new CopyOnWriteArrayList<>());

    String result =
        OneStep.told(
            told,
            RUN,
            "counting",
            () -> {
              Await.until("it was told twice", () -> told.all().size() > 1);
              return "done";
            });

    assertThat(result).isEqualTo("done");
    Progress first = told.all().get(0);
    assertThat(first.what()).isEqualTo("undo of run 7");
    assertThat(first.workers()).containsExactly(new Progress.Worker(1, "counting", 0));
    assertThat(told.all().get(1).elapsed()).isGreaterThan(first.elapsed());
  }

  @Test
  void a_step_that_fails_throws_what_it_threw() {
    RuntimeException failure = new IllegalStateException("no");

    assertThat(
            catchThrowable(
                () ->
                    OneStep.told(
                        RunListener.NONE,
                        RUN,
                        "counting",
                        () -> {
                          throw failure;
                        })))
        .isSameAs(failure);
  }
}
