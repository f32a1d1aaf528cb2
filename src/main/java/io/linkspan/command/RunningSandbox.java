package io.linkspan.command;

import io.linkspan.connection.OpenConnection;
import io.linkspan.lesson.End;

/** The embedded servers that belong to this shell. */
interface RunningSandbox extends AutoCloseable {
  /** Connects to both servers anew and sets the route. */
  Outcome connect();

  /** Whether the connection leads to one of its servers. */
  boolean leadsHere(OpenConnection connection);

  /** Whether the data were made by this start. */
  boolean isNew();

  /**
   * Runs SQL on one of its servers, in a session of its own.
   *
   * @param superuser whether as the superuser, and not as the owner of the tables
   * @throws io.linkspan.connection.ServerException where it fails
   */
  void setUp(End end, boolean superuser, String sql);

  /** Begins again where the data have been worked with before. */
  Outcome fresh();

  /** Begins again with fresh servers and connects to them. */
  Outcome reset();

  /** Makes the table {@code events} with that many rows on the source. */
  Outcome events(long rows);

  @Override
  void close();
}
