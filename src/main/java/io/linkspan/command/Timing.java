package io.linkspan.command;

import io.linkspan.report.Line;
import io.linkspan.settings.Setting;
import io.linkspan.settings.Settings;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/** Says how long statements and commands took, where the user wants to know. */
final class Timing {
  /** Groups of commands that ask servers. */
  private static final Set<Usage.Group> ASKING =
      Set.of(
          Usage.Group.CONNECTIONS, Usage.Group.LOOKING, Usage.Group.PLANNING, Usage.Group.RUNNING);

  private final Settings settings;

  Timing(Settings settings) {
    this.settings = settings;
  }

  /** What comes of a statement, then its time. */
  Outcome sent(Supplier<Outcome> sending) {
    if (!settings.on(Setting.TIMING)) {
      return sending.get();
    }
    long begun = System.nanoTime();
    AtomicLong ended = new AtomicLong();
    Outcome outcome =
        Outcome.mapped(
            sending.get(),
            results ->
                new Outcome.Results(
                    results.sql(),
                    listener -> {
                      results.source().accept(listener);
                      // Before the user looks at them in a pager.
                      ended.set(System.nanoTime());
                    }));
    return Outcome.inTurn(
        List.of(
            () -> outcome,
            () -> line((ended.get() == 0 ? System.nanoTime() : ended.get()) - begun)));
  }

  /** What comes of a command, and then its time if it asks servers. */
  Outcome asked(Usage.Group group, Supplier<Outcome> command) {
    Supplier<Outcome> going = group == Usage.Group.LOOKING ? () -> looked(command.get()) : command;
    if (!settings.on(Setting.TIMING) || !ASKING.contains(group)) {
      return going.get();
    }
    long begun = System.nanoTime();
    Outcome outcome = going.get();
    return Outcome.inTurn(List.of(() -> outcome, () -> line(System.nanoTime() - begun)));
  }

  /** What was looked up goes where results go. */
  private static Outcome looked(Outcome outcome) {
    if (outcome instanceof Outcome.Shown shown) {
      return new Outcome.Looked(shown.lines());
    }
    return outcome instanceof Outcome.Several several
        ? new Outcome.Several(several.parts().stream().map(Timing::looked).toList())
        : outcome;
  }

  private static Outcome line(long nanos) {
    return new Outcome.Shown(List.of(Line.of(text(Duration.ofNanos(nanos)))));
  }

  /** The time in psql's words (common.c, PrintTiming). */
  static String text(Duration time) {
    double milliseconds = time.toNanos() / 1e6;
    String text = String.format(Locale.ROOT, "Time: %.3f ms", milliseconds);
    if (milliseconds < 1000) {
      return text;
    }
    double seconds = (milliseconds / 1000) % 60;
    long minutes = time.toMinutes();
    String clock =
        minutes < 60
            ? String.format(Locale.ROOT, "%02d:%06.3f", minutes, seconds)
            : String.format(
                Locale.ROOT,
                "%s%02d:%02d:%06.3f",
                minutes < 24 * 60 ? "" : minutes / (24 * 60) + " d ",
                minutes / 60 % 24,
                minutes % 60,
                seconds);
    return text + " (" + clock + ")";
  }
}
