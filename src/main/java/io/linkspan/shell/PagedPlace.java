package io.linkspan.shell;

import io.linkspan.report.Display;
import io.linkspan.report.Line;
import io.linkspan.report.Page;
import io.linkspan.report.Style;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A terminal, and its pager once there is more than the terminal is high. Lines are kept until then
 * and no longer.
 */
final class PagedPlace implements ResultPlace {
  private final Console console;
  private final int height;
  private final List<Line> held = new ArrayList<>();
  private final LineWriter data = new LineWriter(this::line);
  private Optional<Pager> pager = Optional.empty();
  private Runnable whenLeft = () -> {};
  private boolean direct;
  private int rows;

  /**
   * A terminal.
   *
   * @param always whether the pager is there from the first line on
   */
  PagedPlace(Console console, boolean always) {
    this.console = console;
    this.height = always ? 1 : console.height();
  }

  @Override
  public void line(Line line) {
    if (pager.isPresent()) {
      pager.get().show(line);
      if (pager.get().left()) {
        withoutPager();
      }
    } else if (direct) {
      console.print(line);
    } else {
      held.add(line);
      int columns = Math.max(1, console.width());
      rows += Math.max(1, (TextWidth.of(line.text()) + columns - 1) / columns);
      if (rows >= height) {
        begin();
      }
    }
  }

  private void begin() {
    pager = console.pager();
    pager.ifPresent(started -> started.whenLeft(whenLeft));
    direct = pager.isEmpty();
    held.forEach(this::line);
    held.clear();
  }

  /** Shows what a pager that could not be started did not show. */
  private void withoutPager() {
    Optional<Pager.Unshown> unshown = pager.flatMap(Pager::unshown);
    if (unshown.isPresent()) {
      pager.orElseThrow().close();
      pager = Optional.empty();
      direct = true;
      String told = "pager \"%s\" could not be started".formatted(unshown.get().command());
      console.remark(Line.of(Style.WARNING, "WARNING:  ").plus(told));
      unshown.get().lines().forEach(console::print);
    }
  }

  @Override
  public Writer data() {
    return data;
  }

  @Override
  public boolean enough() {
    if (pager.filter(Pager::left).isPresent()) {
      withoutPager();
    }
    return pager.filter(Pager::left).isPresent();
  }

  @Override
  public void whenLeft(Runnable done) {
    whenLeft = done;
  }

  @Override
  public Page page(Page screen) {
    return screen;
  }

  @Override
  public Display display(Display set) {
    return set;
  }

  @Override
  public void close() {
    data.close();
    if (pager.isPresent()) {
      pager.get().close();
      withoutPager();
    } else {
      held.forEach(console::print);
      held.clear();
    }
    console.flush();
  }
}
