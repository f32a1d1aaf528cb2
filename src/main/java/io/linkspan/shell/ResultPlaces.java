package io.linkspan.shell;

import io.linkspan.command.Destination;
import io.linkspan.report.Display;
import io.linkspan.report.Line;
import io.linkspan.report.Page;
import io.linkspan.settings.Setting;
import io.linkspan.settings.Settings;
import java.io.Writer;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Finds the place for results: that of one command, that of all, the pager, the console. */
final class ResultPlaces implements AutoCloseable {
  /** How long a program may take to end when the process ends. */
  private static final Duration PATIENCE = Duration.ofSeconds(1);

  private final Console console;
  private final Settings settings;
  private volatile Optional<WrittenPlace> all = Optional.empty();

  /** The place that is written or waited for by one command, be it over or not. */
  private volatile Optional<WrittenPlace> one = Optional.empty();

  ResultPlaces(Console console, Settings settings) {
    this.console = console;
    this.settings = settings;
  }

  /** All results go there from now on. */
  void go(Optional<Destination> destination) {
    one = all;
    close();
    all = destination.map(there -> WrittenPlace.open(there, console));
  }

  /**
   * The place for the results of one command.
   *
   * @throws io.linkspan.pg.UserException where it cannot be opened
   */
  ResultPlace open(Optional<Destination> asked) {
    boolean unpaged = asked.filter(Destination.Unpaged.class::isInstance).isPresent();
    if (asked.isPresent() && !unpaged) {
      WrittenPlace place = WrittenPlace.open(asked.get(), console);
      one = Optional.of(place);
      return place;
    }
    if (all.isPresent()) {
      return new Kept(all.get());
    }
    return unpaged ? new ConsolePlace(console) : screen();
  }

  /** Ends the program that the command in progress writes to or waits for. */
  void interrupt() {
    one.ifPresent(WrittenPlace::interrupt);
  }

  /** Ends all of them at the end of the process, whatever they still do. */
  void end() {
    interrupt();
    all.ifPresent(place -> place.close(PATIENCE));
    all = Optional.empty();
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
    public Page page(Page screen) {
      return place.page(screen);
    }

    @Override
    public void close() {
      place.flush();
    }
  }
}
