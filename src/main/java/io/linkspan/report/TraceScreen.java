package io.linkspan.report;

import io.linkspan.catalog.Activity;
import io.linkspan.trace.TraceEvent;
import java.time.Duration;
import java.util.Locale;

/** The lines of a trace, one for each event. */
public final class TraceScreen {
  private static final int TIME = 8;

  /** What stands before the query of a backend takes about that many columns. */
  private static final int BEFORE_QUERY = 42;

  private static final int LEAST = 10;

  private TraceScreen() {}

  /**
   * The line of an event, cut to the page.
   *
   * @param widest the name of an actor that is as long as any of them
   */
  public static Line of(TraceEvent event, int widest, Page page) {
    Line time = Line.of(Style.DIM, page.padLeft(time(event.at()), TIME) + "  ");
    if (event instanceof TraceEvent.Asked asked) {
      return page.cut(
          time.plus(Style.NAME, way(asked.from(), "->", asked.to(), widest, page))
              .plus(Style.SQL, sql(asked.text())));
    }
    if (event instanceof TraceEvent.Came came) {
      String took = came.took().isZero() ? "" : " (" + time(came.took()) + ")";
      return page.cut(
          time.plus(Style.NAME, way(came.to(), "<-", came.from(), widest, page))
              .plus(came.error() ? Style.ERROR : Style.PLAIN, line(came.text()))
              .plus(Style.DIM, took));
    }
    if (event instanceof TraceEvent.Folded folded) {
      return page.cut(
          time.plus(Style.NAME, way(folded.from(), "->", folded.to(), widest, page))
              .plus(
                  Style.DIM,
                  "catalog: %s, %s".formatted(queries(folded.count()), time(folded.took()))));
    }
    if (event instanceof TraceEvent.Seen seen) {
      return page.cut(
          time.plus(Style.NAME, page.padRight(seen.server() + " sees", 2 * widest + 4) + "  ")
              .plus(
                  Style.DIM,
                  activity(seen.activity(), page.width() - TIME - 2 * widest - 8, page)));
    }
    TraceEvent.Unseen unseen = (TraceEvent.Unseen) event;
    return page.cut(
        time.plus(Style.NAME, page.padRight(unseen.server() + " sees", 2 * widest + 4) + "  ")
            .plus(Style.WARNING, "nothing to be looked at: " + line(unseen.why())));
  }

  private static String queries(int count) {
    return count + (count == 1 ? " query" : " queries");
  }

  private static String way(String from, String arrow, String to, int widest, Page page) {
    return page.padLeft(from, widest) + " " + arrow + " " + page.padRight(to, widest) + "  ";
  }

  private static String activity(Activity activity, int columns, Page page) {
    String state = activity.state().orElse("(not for this role to see)");
    String waits = activity.waits().map(w -> " (" + w.replace(" ", "") + ")").orElse("");
    // What is shown of the query does not hang on how long the process id is.
    int room = Math.max(LEAST, columns - BEFORE_QUERY);
    String query =
        activity.query().isEmpty() ? "" : ": " + Wrapping.cut(line(activity.query()), room, page);
    return "PID %d%s %s%s%s".formatted(activity.pid(), role(activity), state, waits, query);
  }

  /** The statement stays in sight behind what it is sent in. */
  private static String sql(String text) {
    return line(text).replaceFirst("^EXPLAIN \\(ANALYZE,[^)]*\\) ", "EXPLAIN (ANALYZE, …) ");
  }

  /** What linkspan calls the session, where it has a name of its own. */
  private static String role(Activity activity) {
    String name = activity.application();
    if (name.startsWith("linkspan link")) {
      return " link";
    }
    return name.startsWith("linkspan ") ? " " + name.substring("linkspan ".length()) : "";
  }

  private static String line(String text) {
    return text.strip().replaceAll("\\s+", " ");
  }

  private static String time(Duration time) {
    double millis = time.toNanos() / 1e6;
    return millis < 10_000
        ? String.format(Locale.ROOT, millis < 10 ? "%.1f ms" : "%.0f ms", millis)
        : String.format(Locale.ROOT, "%.1f s", millis / 1000);
  }
}
