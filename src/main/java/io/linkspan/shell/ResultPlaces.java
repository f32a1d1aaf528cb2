package io.linkspan.shell;

import io.linkspan.command.Destination;
import io.linkspan.report.Display;
import io.linkspan.report.Line;
import io.linkspan.settings.Setting;
import io.linkspan.settings.Settings;
import java.io.Writer;
import java.util.List;
import java.util.Optional;

/** Finds the place for results: that of one command, that of all, the pager, the console. */
final class ResultPlaces implements AutoCloseable {
  private final Console console;
  private final Settings settings;
  private Optional<WrittenPlace> all = Optional.empty();

  ResultPlaces(Console console, Settings settings) {
    this.console = console;
    this.settings = settings;
  }

  /** All results go there from now on. */
  void go(Optional<Destination> destination) {
    close();
    all = destination.map(there -> WrittenPlace.open(there, console));
  }

  /**
   * The place for the results of one command.
   *
   * @throws io.linkspan.pg.UserException where it cannot be opened
   */
  ResultPlace open(Optional<Destination> asked) {
    if (asked.isPresent()) {
      return WrittenPlace.open(asked.get(), console);
    }
    if (all.isPresent()) {
      return new Kept(all.get());
    }
    return screen();
  }

  /** Whether results go to the screen. */
  boolean toScreen() {
    return all.isEmpty();
  }

  /** The screen, with its pager. */
  private ResultPlace screen() {
    String pager = settings.text(Setting.PAGER);
    boolean never = pager.equals("off") || settings.on(Setting.PLAIN);
    return never || console.height() == 0
        ? new ConsolePlace(console)
        : new PagedPlace(console, pager.equals("always"));
  }

  /** Shows lines on the screen, through the pager where they are many. */
  void show(List<Line> lines) {
    if (lines.size() < console.height() || console.height() == 0) {
      lines.forEach(console::print);
      return;
    }
    try (ResultPlace screen = screen()) {
      lines.forEach(screen::line);
    }
  }

  @Override
  public void close() {
    all.ifPresent(WrittenPlace::close);
    all = Optional.empty();
  }

  /** The place of all results: it stays open. */
  private record Kept(WrittenPlace place) implements ResultPlace {
    @Override
    public void line(Line line) {
      place.line(line);
    }

    @Override
    public Writer data() {
      return place.data();
    }

    @Override
    public boolean enough() {
      return place.enough();
    }

    @Override
    public Display display(Display set) {
      return place.display(set);
    }

    @Override
    public void close() {
      place.flush();
    }
  }
}
