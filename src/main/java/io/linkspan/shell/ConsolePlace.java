package io.linkspan.shell;

import io.linkspan.report.Display;
import io.linkspan.report.Line;
import io.linkspan.report.Page;
import java.io.Writer;

/** The console itself. */
final class ConsolePlace implements ResultPlace {
  private final Console console;

  ConsolePlace(Console console) {
    this.console = console;
  }

  @Override
  public void line(Line line) {
    console.print(line);
  }

  @Override
  public Writer data() {
    return console.data();
  }

  @Override
  public Page page(Page screen) {
    return console.height() > 0 ? screen : screen.endless();
  }

  @Override
  public Display display(Display set) {
    return console.height() > 0 ? set : set.withoutGuessing();
  }

  @Override
  public void close() {
    console.flush();
  }
}
