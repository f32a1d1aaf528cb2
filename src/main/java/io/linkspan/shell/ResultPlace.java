package io.linkspan.shell;

import io.linkspan.report.Display;
import io.linkspan.report.Line;
import io.linkspan.report.Page;
import java.io.Writer;

/** Where results go. */
interface ResultPlace extends AutoCloseable {
  /** A line of a table. */
  void line(Line line);

  /** Where results go that are data for programs. */
  Writer data();

  /** Whether nobody wants more of them. */
  default boolean enough() {
    return false;
  }

  /** Has that done, on another thread, once the user has left the pager that shows them. */
  default void whenLeft(Runnable done) {}

  /** What results are laid out for there, where it is the screen's page otherwise. */
  default Page page(Page screen) {
    return screen.endless();
  }

  /** How results are shown there, where that is the way that is set. */
  default Display display(Display set) {
    return set.withoutGuessing();
  }

  /** Ends the results that went there; where all results go, more may follow. */
  @Override
  void close();
}
