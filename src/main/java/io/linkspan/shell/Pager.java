package io.linkspan.shell;

import io.linkspan.report.Line;

/** A program that shows long output page by page, and has the terminal meanwhile. */
interface Pager extends AutoCloseable {
  /** Hands a line over; does nothing once the user has left. */
  void show(Line line);

  /** Whether the user has left. */
  boolean left();

  /** Has that done, on another thread, once the user has left. */
  void whenLeft(Runnable done);

  /** Waits until the user leaves, and takes the terminal back. */
  @Override
  void close();
}
