package io.linkspan.shell;

import io.linkspan.report.Line;
import io.linkspan.report.Page;
import io.linkspan.report.ProgressEvents;
import io.linkspan.report.ProgressScreen;
import io.linkspan.run.Progress;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Consumer;

/** Tells the user how a long piece of work goes on; called by one thread at a time. */
sealed interface ProgressOutput {
  /** Where the work stands, several times a second; its elapsed time is that of this moment. */
  void show(Progress now, OptionalLong rowsPerSecond);

  /** Something to be told at once. */
  void remark(String text);

  /** The work has ended; what comes of it is shown next. */
  void end();

  /** On a terminal: drawn over in place, below everything that is printed. */
  record Standing(Console console) implements ProgressOutput {
    @Override
    public void show(Progress now, OptionalLong rowsPerSecond) {
      // In the last column some terminals are already about to begin the next line.
      Page page = new Page(Math.max(1, console.width() - 1), TextWidth::of);
      console.status(ProgressScreen.of(now, rowsPerSecond, page));
    }

    @Override
    public void remark(String text) {
      console.remark(Line.of(text));
    }

    @Override
    public void end() {
      console.status(List.of());
    }
  }

  /** Where nothing can be drawn over: a line now and then, for work that takes its time. */
  final class Plain implements ProgressOutput {
    private static final Duration UNTIL_FIRST = Duration.ofMillis(700);
    private static final Duration BETWEEN = Duration.ofSeconds(5);

    private final Console console;
    private final Pace pace = new Pace(UNTIL_FIRST, BETWEEN);

    Plain(Console console) {
      this.console = console;
    }

    @Override
    public void show(Progress now, OptionalLong rowsPerSecond) {
      if (pace.isDue(now)) {
        console.remark(ProgressScreen.brief(now, rowsPerSecond));
      }
    }

    @Override
    public void remark(String text) {
      console.remark(Line.of(text));
    }

    @Override
    public void end() {}
  }

  /** For other programs: JSON, one object a line. */
  final class Events implements ProgressOutput {
    private final Consumer<String> events;
    private final Pace pace = new Pace(Duration.ZERO, Duration.ofSeconds(1));

    Events(Consumer<String> events) {
      this.events = events;
    }

    @Override
    public void show(Progress now, OptionalLong rowsPerSecond) {
      if (pace.isDue(now)) {
        events.accept(ProgressEvents.progress(now));
      }
    }

    @Override
    public void remark(String text) {
      events.accept(ProgressEvents.remark(text));
    }

    @Override
    public void end() {}
  }
}
