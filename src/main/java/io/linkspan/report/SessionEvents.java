package io.linkspan.report;

import io.linkspan.pg.ErrorFields;
import io.linkspan.session.Fact;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

/** What happens in a session as events for other programs; docs/events.md has all of them. */
public final class SessionEvents {
  /** A place in a script: its name, and the line counted from 1. */
  public record Place(Optional<String> script, OptionalInt line) {
    /** Where no script is. */
    public static final Place NOWHERE = new Place(Optional.empty(), OptionalInt.empty());
  }

  private SessionEvents() {}

  /** The first event. */
  public static String start(String version) {
    return new EventText("start").member("linkspan", version).line();
  }

  /**
   * An input begins.
   *
   * @param number from 1
   * @param text without secrets
   */
  public static String input(int number, String text, Place place) {
    EventText event = new EventText("input").member("number", number).member("text", text);
    return placed(event, place).line();
  }

  private static EventText placed(EventText event, Place place) {
    return event.member("script", place.script()).member("line", place.line());
  }

  /** An input is over, with all that it called. */
  public static String done(int number, int exitCode, Duration took) {
    return new EventText("done")
        .member("number", number)
        .member("ok", exitCode == 0)
        .member("exit_code", exitCode)
        .member("elapsed_ms", took.toMillis())
        .line();
  }

  /** Lines for people, of whatever has no event of its own. */
  public static String text(List<Line> lines) {
    return new EventText("text").texts("lines", lines.stream().map(Line::text).toList()).line();
  }

  /** An input failed. */
  public static String error(Fact.Failed failed, int exitCode, Place place) {
    ErrorFields fields = failed.fields();
    EventText event =
        new EventText("error")
            .member("kind", failed.kind().name().toLowerCase(Locale.ROOT))
            .member("exit_code", exitCode)
            .member("connection", failed.connection());
    return placed(fields(event, fields), place).line();
  }

  /** There is a bug. */
  public static String internal(String message, int exitCode, Place place) {
    EventText event =
        new EventText("error")
            .member("kind", "internal")
            .member("exit_code", exitCode)
            .member("connection", Optional.empty());
    return placed(fields(event, ErrorFields.of(message)), place).line();
  }

  /** A server's notice. */
  public static String notice(ErrorFields notice) {
    return new EventText("notice")
        .member("message", notice.message())
        .member("sqlstate", notice.sqlState().map(state -> state.code()))
        .member("detail", notice.detail())
        .member("hint", notice.hint())
        .line();
  }

  static EventText fields(EventText event, ErrorFields fields) {
    return event
        .member("message", fields.message())
        .member("sqlstate", fields.sqlState().map(state -> state.code()))
        .member("detail", fields.detail())
        .member("hint", fields.hint())
        .member("context", fields.context())
        .member("cause", fields.explanation().map(why -> why.cause()))
        .member("next", fields.explanation().map(why -> why.next()))
        .member(
            "position",
            fields.position() > 0 ? OptionalInt.of(fields.position()) : OptionalInt.empty());
  }

  /**
   * The last event.
   *
   * @param exitCode empty where a signal ended the process
   */
  public static String end(OptionalInt exitCode, Duration elapsed) {
    return new EventText("end")
        .member("exit_code", exitCode)
        .member("interrupted", exitCode.isEmpty())
        .member("elapsed_ms", elapsed.toMillis())
        .line();
  }
}
