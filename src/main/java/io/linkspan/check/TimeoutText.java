package io.linkspan.check;

import io.linkspan.catalog.ServerFacts;
import io.linkspan.catalog.Timeout;
import io.linkspan.pg.Identifier;
import java.time.Duration;

/** A timeout in words: how long, where it comes from, and how to be rid of it. */
public final class TimeoutText {
  private TimeoutText() {}

  /** In the unit in which people set it. */
  public static String text(Duration time) {
    long millis = time.toMillis();
    if (millis % 60_000 == 0) {
      return millis / 60_000 + " min";
    }
    return millis % 1000 == 0 ? millis / 1000 + " s" : millis + " ms";
  }

  /** Who set it, as a sentence. */
  public static String origin(Timeout timeout, ServerFacts server) {
    return switch (timeout.source()) {
      case "user" -> "It is set for role %s.".formatted(server.role().quoted());
      case "database" ->
          "It is set for database %s.".formatted(new Identifier(server.database()).quoted());
      case "database user" -> "It is set for this role in this database.";
      // Opening a link sets it and sets it back, and leaves no trace of where it was from.
      case "session" ->
          timeout.now().equals(timeout.atLogin())
              ? "It is set for the role, the database or the server."
              : "It is set in this session.";
      case "client" -> "The connection's own options set it.";
      default -> "It is set for the whole server.";
    };
  }

  /**
   * What turns it off. A setting of the user's is never changed by linkspan itself.
   *
   * @param newSessions whether the sessions that matter are yet to be opened
   */
  public static String cure(Timeout timeout, ServerFacts server, String on, boolean newSessions) {
    String always =
        "ALTER ROLE %s IN DATABASE %s SET %s = 0;"
            .formatted(
                server.role().quoted(), new Identifier(server.database()).quoted(), timeout.name());
    return newSessions
        ? "For the sessions of the run, on %s: %s".formatted(on, always)
        : "For this session: SET %s = 0; or for good, on %s: %s"
            .formatted(timeout.name(), on, always);
  }
}
