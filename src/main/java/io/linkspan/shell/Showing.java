package io.linkspan.shell;

import io.linkspan.command.Conversation;
import io.linkspan.command.Destination;
import io.linkspan.command.Outcome;
import io.linkspan.command.Replaying;
import io.linkspan.connection.ResultListener;
import io.linkspan.report.Display;
import io.linkspan.report.Line;
import io.linkspan.report.OutputFormat;
import io.linkspan.report.Page;
import io.linkspan.report.ResultsScreen;
import io.linkspan.report.Style;
import io.linkspan.run.RunListener;
import io.linkspan.shell.Exchange.End;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Shows what comes of an input: to people on the console or wherever results go, or to programs as
 * events. Where inputs are only looked at, nothing but mistakes is shown.
 */
final class Showing {
  /** What carries out the scripts that an outcome calls. */
  interface Scripts {
    /** Carries it out; {@code echo} where its lines are to be seen. */
    End run(Path file, Replaying how, boolean echo);

    /** The file that is called beside the script that calls it. */
    Path beside(Outcome.ScriptBeside called);

    /** Listens to work on behalf of the replay that is under way, too. */
    RunListener listening(RunListener listener);
  }

  private final Conversation conversation;
  private final Console console;
  private final Supplier<Display> display;
  private final Scripts scripts;
  private final Consumer<Throwable> bugs;
  private final ResultPlaces places;
  private Way way = Way.USUAL;
  private Optional<EventOutput> events = Optional.empty();
  private Optional<Mistakes> mistakes = Optional.empty();

  /** The statement whose results are being shown; an error's position counts in it. */
  private String statement = "";

  /**
   * Shows on the console.
   *
   * @param display asked anew before every result, for a command may change it
   * @param bugs takes what went wrong where nobody is to be disturbed
   */
  Showing(
      Conversation conversation,
      Console console,
      Supplier<Display> display,
      Scripts scripts,
      Consumer<Throwable> bugs) {
    this.conversation = conversation;
    this.console = console;
    this.display = display;
    this.scripts = scripts;
    this.bugs = bugs;
    this.places = new ResultPlaces(console, conversation.settings());
  }

  /** From now on everything is told as events. */
  void tell(EventOutput out) {
    events = Optional.of(out);
  }

  /** The events that are told instead; empty where people are shown lines. */
  Optional<EventOutput> events() {
    return events;
  }

  /** From now on people are told of mistakes alone. */
  void tellMistakes(Mistakes into) {
    mistakes = Optional.of(into);
  }

  /** The mistakes that alone are told; empty where everything is. */
  Optional<Mistakes> mistakes() {
    return mistakes;
  }

  /** A new input begins. */
  void begin() {
    statement = "";
  }

  /** The statement whose results were being shown when something failed; mostly empty. */
  String statement() {
    return statement;
  }

  /** The page as wide as the terminal is now. */
  Page page() {
    return new Page(console.width(), TextWidth::of);
  }

  /** Shows it, be it made only now; an error is thrown. */
  End show(Outcome outcome, Page page) {
    if (outcome instanceof Outcome.Shown shown) {
      say(shown.lines());
    } else if (outcome instanceof Outcome.Paged paged && forPeople()) {
      places.show(paged.lines());
    } else if (outcome instanceof Outcome.Paged paged) {
      say(paged.lines());
    } else if (outcome instanceof Outcome.Looked looked) {
      look(looked.lines());
    } else if (outcome instanceof Outcome.Remarked remarked) {
      remark(mistakes.map(all -> all.placed(remarked.lines())).orElse(remarked.lines()));
    } else if (outcome instanceof Outcome.Wrong wrong) {
      mistakes.ifPresentOrElse(all -> remark(all.placed(wrong.lines())), () -> say(wrong.lines()));
      console.flush();
      return new End(false, ExitCode.of(wrong.kind()));
    } else if (outcome instanceof Outcome.Results results) {
      showResults(results, page);
    } else if (outcome instanceof Outcome.Working working) {
      return show(worked(working), page());
    } else if (outcome instanceof Outcome.Told told) {
      conversation.session().add(told.fact());
      return show(events.isPresent() ? EventOutput.withoutLines(told.shown()) : told.shown(), page);
    } else if (outcome instanceof Outcome.Several several) {
      Iterator<Outcome> parts = several.parts().iterator();
      return inTurn(() -> parts.hasNext() ? Optional.of(parts.next()) : Optional.empty(), page);
    } else if (outcome instanceof Outcome.Series series) {
      return inTurn(series.next(), page);
    } else if (outcome instanceof Outcome.Apart apart) {
      return apart(apart, page);
    } else if (outcome instanceof Outcome.Going going) {
      places.go(aside(going.destination()));
    } else if (outcome instanceof Outcome.Program program) {
      runProgram(program);
    } else if (outcome instanceof Outcome.Script called) {
      return script(called.file(), called.how());
    } else if (outcome instanceof Outcome.ScriptBeside beside) {
      return script(scripts.beside(beside), beside.how());
    }
    console.flush();
    return outcome instanceof Outcome.Quit ? new End(true, ExitCode.DONE) : End.WENT_WELL;
  }

  private End script(Path file, Replaying how) {
    return scripts.run(file, how, events.isEmpty() && mistakes.isEmpty());
  }

  /** Shows lines to people; data for programs stay alone on standard output. */
  private void say(List<Line> lines) {
    if (mistakes.isPresent()) {
      return;
    }
    if (forPeople()) {
      lines.forEach(console::print);
    } else {
      remark(lines);
    }
  }

  /** Shows lines that are no results. */
  void remark(List<Line> lines) {
    events.ifPresentOrElse(out -> out.lines(lines), () -> lines.forEach(console::remark));
  }

  /** What came of the work; while it went on, the user was told how. */
  private Outcome worked(Outcome.Working working) {
    try (WorkWatch watch = new WorkWatch(progressOutput())) {
      return working.work().apply(scripts.listening(watch));
    }
  }

  private ProgressOutput progressOutput() {
    if (events.isPresent()) {
      return new ProgressOutput.Events(events.orElseThrow()::tell);
    }
    return console.canRedraw()
        ? new ProgressOutput.Standing(console)
        : new ProgressOutput.Plain(console);
  }

  private boolean forPeople() {
    return events.isEmpty() && display.get().format() == OutputFormat.TABLE;
  }

  private End inTurn(Supplier<Optional<Outcome>> parts, Page page) {
    End end = End.WENT_WELL;
    Optional<Outcome> part = parts.get();
    while (part.isPresent()) {
      end = show(part.get(), page);
      part = end.failed() || end.quit() ? Optional.empty() : parts.get();
    }
    return end;
  }

  private End apart(Outcome.Apart apart, Page page) {
    Way before = way;
    way = new Way(apart.display(), aside(apart.destination()));
    try {
      return show(apart.outcome(), page);
    } finally {
      way = before;
    }
  }

  private void runProgram(Outcome.Program program) {
    int code = StartedProgram.run(console, program, events.isPresent());
    if (code != 0) {
      remark(List.of(Line.of(Style.WARNING, "exit code " + code)));
    }
  }

  private boolean onScreen() {
    boolean unpaged = way.destination().filter(Destination.Unpaged.class::isInstance).isPresent();
    return (way.destination().isEmpty() || unpaged) && places.toScreen();
  }

  private Optional<Destination> aside(Optional<Destination> destination) {
    return events.isPresent() ? EventOutput.aside(destination) : destination;
  }

  private void look(List<Line> lines) {
    boolean screen = way.destination().isEmpty() && places.toScreen();
    if (screen && forPeople()) {
      places.show(lines);
    } else if (screen) {
      remark(lines);
    } else {
      try (ResultPlace place = places.open(way.destination())) {
        lines.forEach(place::line);
      }
    }
  }

  private void showResults(Outcome.Results results, Page page) {
    statement = results.sql();
    boolean stopped;
    try (ResultPlace place = places.open(way.destination())) {
      Display shown = place.display(way.display().apply(display.get()));
      ResultsScreen.Target target =
          new ResultsScreen.Target(place::line, place.data(), line -> remark(List.of(line)));
      ResultListener screen =
          events.isPresent() && onScreen()
              ? events.orElseThrow().results(results.sql())
              : new ResultsScreen(results.sql(), place.page(page), shown, target);
      NobodyLooks nobody = new NobodyLooks(this::stopQuietly);
      place.whenLeft(nobody::left);
      stopped = nobody.during(() -> results.source().accept(new UntilEnough(screen, place)));
    }
    if (stopped) {
      // Within a transaction that fails by it, the prompt alone would leave the user to guess.
      console.remark(Line.of(Style.DIM, "The statement was canceled, for its pager was left."));
    }
    statement = "";
  }

  private void stopQuietly() {
    try {
      conversation.interrupt();
    } catch (RuntimeException e) {
      bugs.accept(e);
    }
  }

  /** Ends the program that the command in progress writes to. Called from another thread. */
  void interrupt() {
    places.interrupt();
  }

  /** Ends what results went to, when it is done with them. */
  void close() {
    places.close();
  }

  /** Ends what results went to, soon. */
  void end() {
    places.end();
  }
}
