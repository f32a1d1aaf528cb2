package io.linkspan.shell;

import io.linkspan.command.Destination;
import io.linkspan.command.Outcome;
import io.linkspan.connection.ResultListener;
import io.linkspan.pg.UserException;
import io.linkspan.report.EventRows;
import io.linkspan.report.FactEvents;
import io.linkspan.report.Line;
import io.linkspan.report.SessionEvents;
import io.linkspan.session.Fact;
import io.linkspan.shell.Exchange.End;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Tells other programs what happens: events, one JSON object a line. Nothing else is written where
 * they are read, not even by programs that a script starts.
 */
final class EventOutput {
  private final Console console;
  private final long begun = System.nanoTime();
  private int inputs;
  private boolean ended;

  /** An input that is being carried out. */
  record Running(int number, long begun) {}

  EventOutput(Console console) {
    this.console = console;
  }

  private synchronized void write(String event) {
    if (ended) {
      return;
    }
    try {
      console.data().write(event);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Writes an event that is read at once. */
  void tell(String event) {
    write(event);
    console.flush();
  }

  Running begin(String text, String place) {
    Running input = new Running(++inputs, System.nanoTime());
    tell(SessionEvents.input(input.number(), text, InputPlace.of(place)));
    return input;
  }

  void done(Running input, End end) {
    tell(SessionEvents.done(input.number(), end.exitCode(), since(input.begun())));
  }

  void fact(Fact fact) {
    FactEvents.of(fact).ifPresent(this::tell);
  }

  /** Lines for people that have no event of their own. */
  void lines(List<Line> lines) {
    if (!lines.isEmpty()) {
      tell(SessionEvents.text(lines));
    }
  }

  void failed(Fact.Failed failure, int exitCode, String place) {
    tell(SessionEvents.error(failure, exitCode, InputPlace.of(place)));
  }

  void failed(Line internal, String place) {
    tell(SessionEvents.internal(internal.text(), ExitCode.INTERNAL_ERROR, InputPlace.of(place)));
  }

  /** Takes the results of a statement; they are read soon, and all of them after a flush. */
  ResultListener results(String sql) {
    return new EventRows(sql, this::write);
  }

  /** Writes the last event, once. */
  void end(OptionalInt exitCode) {
    try {
      tell(SessionEvents.end(exitCode, since(begun)));
    } catch (UserException e) {
      // Nobody reads it any more, and the exit code tells the same.
      return;
    } finally {
      synchronized (this) {
        ended = true;
      }
    }
  }

  private static Duration since(long nanos) {
    return Duration.ofNanos(System.nanoTime() - nanos);
  }

  /** What is left to show when programs have been told a fact. */
  static Outcome withoutLines(Outcome outcome) {
    if (outcome instanceof Outcome.Wrong wrong) {
      return new Outcome.Wrong(wrong.kind(), List.of());
    }
    return outcome instanceof Outcome.Shown || outcome instanceof Outcome.Remarked
        ? Outcome.nothing()
        : outcome;
  }

  /** What such a program prints goes where errors go. */
  static Optional<Destination> aside(Optional<Destination> destination) {
    return destination.map(
        each ->
            each instanceof Destination.OfProgram program
                ? new Destination.OfProgram(aside(program.command()), program.directory())
                : each);
  }

  static String aside(String command) {
    return "exec 1>&2\n" + command;
  }
}
