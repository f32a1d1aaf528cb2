package io.linkspan.shell;

import io.linkspan.report.Line;
import java.util.List;
import java.util.Optional;

/** A program that shows long output page by page, and has the terminal meanwhile. */
interface Pager extends AutoCloseable {
  /** Hands a line over; does nothing once the user has left. */
  void show(Line line);

  /** Whether the user has left. */
  boolean left();

  /** Has that done, on another thread, once the user has left. */
  void whenLeft(Runnable done);

  /**
   * The lines that nobody saw, for the program could not be started; empty where it was, and as
   * long as that is not known.
   */
  Optional<Unshown> unshown();

  /**
   * What a pager that is none would have shown.
   *
   * @param command how it was to be started
   */
  record Unshown(String command, List<Line> lines) {
    public Unshown {
      lines = List.copyOf(lines);
    }
  }

  /** Waits until the user leaves, and takes the terminal back. */
  @Override
  void close();
}
