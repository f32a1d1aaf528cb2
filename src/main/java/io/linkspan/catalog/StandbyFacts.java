package io.linkspan.catalog;

import io.linkspan.connection.Session;

/**
 * How a standby treats a reader that keeps a moment for long.
 *
 * @param feedback whether it tells the primary what its readers still see
 * @param delay how long replay waits for a reader, as the server writes it; {@code -1} for ever
 */
public record StandbyFacts(boolean feedback, String delay) {
  private static final String QUERY =
      "select cast(pg_catalog.current_setting('hot_standby_feedback') as pg_catalog.bool)"
          + " as feedback, pg_catalog.current_setting('max_standby_streaming_delay') as delay";

  /** What the session's server has. */
  public static StandbyFacts read(Session session) {
    return session.queryOne(
        QUERY, row -> new StandbyFacts(row.flag("feedback"), row.text("delay")));
  }
}
