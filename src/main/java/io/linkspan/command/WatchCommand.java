package io.linkspan.command;

import io.linkspan.command.QueryBuffer.Query;
import io.linkspan.command.Usage.Group;
import io.linkspan.connection.ServerException;
import io.linkspan.pg.SqlState;
import io.linkspan.pg.UserException;
import io.linkspan.report.Display.Parts;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** {@code \watch}: sends what is typed again and again. */
final class WatchCommand implements AsPsql {
  private static final DateTimeFormatter CLOCK =
      DateTimeFormatter.ofPattern("EEE MMM d HH:mm:ss yyyy", Locale.ROOT);

  private final Workspace workspace;

  WatchCommand(Workspace workspace) {
    this.workspace = workspace;
  }

  @Override
  public Usage usage() {
    return new Usage(
        Group.PSQL,
        List.of("\\watch"),
        List.of("\\watch [SECONDS]", "\\watch [i=SECONDS] [c=TIMES]"),
        "sends the SQL typed before it again and again, every 2 seconds, until Ctrl-C",
        "",
        List.of("select count(*) from users \\watch 1 c=3"));
  }

  @Override
  public Outcome execute(Invocation typed) {
    double seconds = 2;
    long times = Long.MAX_VALUE;
    for (String argument : PsqlWords.arguments(typed, workspace, 2)) {
      if (argument.startsWith("c=") || argument.startsWith("count=")) {
        times = (long) number(argument.substring(argument.indexOf('=') + 1), 1);
      } else {
        seconds = number(argument.replaceFirst("^i(nterval)?=", ""), 0);
      }
    }
    return new Watch(PsqlWords.taken(workspace, typed.word()), seconds, times, typed).outcome();
  }

  private static double number(String text, double least) {
    try {
      double number = Double.parseDouble(text);
      if (number >= least && number < 1e9) {
        return number;
      }
    } catch (NumberFormatException e) {
      // Told below, with what it takes.
    }
    throw UserException.usage(
        "\\watch: incorrect interval value \"%s\"".formatted(text), "Type: \\watch 5");
  }

  /** One watch, until it is stopped. */
  private final class Watch {
    private final Query query;
    private final double seconds;
    private final long times;
    private final Invocation typed;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final long begun = workspace.interrupts();
    private long done;

    Watch(Query query, double seconds, long times, Invocation typed) {
      this.query = query;
      this.seconds = seconds;
      this.times = times;
      this.typed = typed;
    }

    Outcome outcome() {
      return new Outcome.Series(this::next);
    }

    private Optional<Outcome> next() {
      if (done >= times || (done > 0 && waited()) || interrupted()) {
        return Optional.empty();
      }
      done++;
      String every =
          seconds == Math.rint(seconds) ? "%.0f".formatted(seconds) : "%s".formatted(seconds);
      String heading =
          "%s (every %ss)"
              .formatted(ZonedDateTime.now(ZoneId.systemDefault()).format(CLOCK), every);
      Outcome sent = Outcome.mapped(workspace.typing().send(query, typed), this::stoppable);
      return Optional.of(
          new Outcome.Apart(
              sent,
              display ->
                  display.withParts(
                      new Parts(display.parts().heads(), display.parts().footer(), heading)),
              Optional.of(new Destination.Unpaged())));
    }

    /** Whether Ctrl-C came since the watch began, be it between two turns. */
    private boolean interrupted() {
      return workspace.interrupts() != begun;
    }

    /** Waits for the next turn; whether it is not to come. */
    private boolean waited() {
      return workspace.pausing(
          stopped::countDown,
          () -> {
            try {
              return interrupted() || stopped.await((long) (seconds * 1e9), TimeUnit.NANOSECONDS);
            } catch (InterruptedException e) {
              Thread.currentThread().interrupt();
              return true;
            }
          });
    }

    /** A statement that is stopped ends the watch, which is what was asked for. */
    private Outcome.Results stoppable(Outcome.Results results) {
      return new Outcome.Results(
          results.sql(),
          listener -> {
            try {
              results.source().accept(listener);
            } catch (ServerException e) {
              if (!interrupted() || !e.sqlState().equals(SqlState.QUERY_CANCELED)) {
                throw e;
              }
            }
          });
    }
  }
}
