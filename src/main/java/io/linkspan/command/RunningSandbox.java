package io.linkspan.command;

/** The embedded servers that belong to this shell. */
interface RunningSandbox extends AutoCloseable {
  /** Begins again where the data have been worked with before. */
  Outcome fresh();

  /** Begins again with fresh servers and connects to them. */
  Outcome reset();

  /** Makes the table {@code events} with that many rows on the source. */
  Outcome events(long rows);

  @Override
  void close();
}
