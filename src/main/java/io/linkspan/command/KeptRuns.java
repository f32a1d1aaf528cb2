package io.linkspan.command;

import io.linkspan.catalog.ServerFactsReader;
import io.linkspan.connection.OpenConnection;
import io.linkspan.connection.ServerException;
import io.linkspan.journal.Journal;
import io.linkspan.pg.SqlState;
import io.linkspan.pg.UserException;
import java.util.Optional;
import java.util.function.Function;

/** Reads the journal of a target. */
final class KeptRuns {
  private KeptRuns() {}

  /**
   * Reads from the journal; empty where the target has none.
   *
   * @throws UserException where the role may not read it, with what gives it the right
   */
  static <T> Optional<T> read(OpenConnection target, Function<Journal, T> reader) {
    try {
      return Journal.find(target.session()).map(reader);
    } catch (ServerException e) {
      throw e.sqlState().equals(SqlState.INSUFFICIENT_PRIVILEGE) ? withGrants(target, e) : e;
    }
  }

  private static UserException withGrants(OpenConnection target, ServerException e) {
    String role = ServerFactsReader.read(target.session()).role().quoted();
    return new UserException(
        UserException.Kind.SERVER,
        e.fields()
            .withDetail("The journal of runs belongs to the role that made the first run.")
            .withHint(
                """
                On %1$s, as the owner of schema linkspan:
                GRANT USAGE ON SCHEMA linkspan TO %2$s;
                GRANT SELECT, INSERT, UPDATE, DELETE ON linkspan.runs, linkspan.batches TO %2$s;"""
                    .formatted(target.name(), role)),
        e);
  }
}
