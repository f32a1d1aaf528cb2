package io.linkspan.shell;

import io.linkspan.command.Conversation;
import io.linkspan.command.Destination;
import io.linkspan.command.Outcome;
import io.linkspan.command.Questions;
import io.linkspan.command.ReplayedRuns;
import io.linkspan.command.Replaying;
import io.linkspan.connection.ResultListener;
import io.linkspan.pg.UserException;
import io.linkspan.report.Display;
import io.linkspan.report.ErrorScreen;
import io.linkspan.report.Line;
import io.linkspan.report.OutputFormat;
import io.linkspan.report.Page;
import io.linkspan.report.ResultsScreen;
import io.linkspan.report.SessionEvents;
import io.linkspan.report.Style;
import io.linkspan.run.RunListener;
import io.linkspan.session.Fact;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.BiConsumer;
import java.util.function.Supplier;

/** Carries out one complete input and shows what comes of it, be it an error. */
public final class Exchange {
  /**
   * How an input ended.
   *
   * @param quit whether the shell is to end
   * @param exitCode 0 where nothing went wrong
   */
  record End(boolean quit, int exitCode) {
    static final End WENT_WELL = new End(false, ExitCode.DONE);

    boolean failed() {
      return exitCode != ExitCode.DONE;
    }
  }

  private final Conversation conversation;
  private final Console console;
  private final ConsoleQuestions questions;
  private final Supplier<Display> display;
  private final ErrorLog log;
  private final Activity activity = new Activity();

  private final Calls calls = new Calls();
  private final ResultPlaces places;
  private Way way = Way.USUAL;
  private final StateFolder state;
  private Optional<EventOutput> events = Optional.empty();
  private Optional<Mistakes> mistakes = Optional.empty();
  private Optional<Path> script = Optional.empty();
  private Optional<Replay> replay = Optional.empty();

  /** How many inputs are under way: a script is carried out within the one that calls it. */
  private int depth;

  /** The statement whose results are being shown; an error's position counts in it. */
  private String statement = "";

  /**
   * An exchange between a conversation and a console.
   *
   * @param display asked anew before every result, for a command may change it
   */
  public Exchange(
      Conversation conversation,
      ConsoleQuestions questions,
      Supplier<Display> display,
      StateFolder state) {
    this.conversation = conversation;
    this.console = questions.console();
    this.questions = questions;
    this.display = display;
    this.log = new ErrorLog(state.log());
    this.state = state;
    this.places = new ResultPlaces(console, conversation.settings());
  }

  /** From now on everything is told as events for other programs, of which this is the first. */
  public void tellEvents(String version) {
    EventOutput out = new EventOutput(console);
    events = Optional.of(out);
    conversation.session().tellFacts(out::fact);
    out.tell(SessionEvents.start(version));
  }

  /**
   * Nothing more comes.
   *
   * @param exitCode empty where a signal ends the process
   */
  public void ended(OptionalInt exitCode) {
    events.ifPresent(out -> out.end(exitCode));
  }

  /** From now on inputs are looked at and not carried out: people are told of mistakes alone. */
  public void checkOnly(Mistakes into) {
    mistakes = Optional.of(into);
  }

  Conversation conversation() {
    return conversation;
  }

  Console console() {
    return console;
  }

  Activity activity() {
    return activity;
  }

  /**
   * Carries out the input.
   *
   * @param place put before an error, such as {@code script.lks:12: }; may be empty
   */
  End carryOut(String typed, String place) {
    if (conversation.flow().skips(typed)) {
      return End.WENT_WELL;
    }
    return activity.during(
        () -> {
          String text = conversation.forHistory(typed);
          conversation.session().begin(text, script);
          mistakes.ifPresent(all -> all.at(place));
          depth++;
          End end = End.WENT_WELL;
          Conversation.Watched watched = conversation.watched(page(), console::remark);
          try {
            end = tried(typed, text, place);
            return counted(end);
          } finally {
            watched.close();
            conversation.session().end(!end.failed());
            depth--;
            tellAfterwards(end);
          }
        });
  }

  /** Only what a person typed is followed by more, not each line of a script that it called. */
  private void tellAfterwards(End end) {
    if (depth == 0 && !end.quit()) {
      try {
        Page page = page();
        conversation.afterwards(page).ifPresent(outcome -> show(outcome, page));
      } catch (UserException e) {
        failed(e, "");
      } catch (RuntimeException | Error e) {
        failed("", List.of(internal(e)), ExitCode.INTERNAL_ERROR);
      }
    }
  }

  /** Where scripts are only looked at, the next input is looked at whatever came of this one. */
  private End counted(End end) {
    return mistakes.map(all -> all.add(end)).orElse(end);
  }

  /** Programs that read along are told before and after, if they still read. */
  private End tried(String typed, String text, String place) {
    if (events.isEmpty()) {
      return tried(typed, place);
    }
    EventOutput out = events.orElseThrow();
    try {
      EventOutput.Running input = out.begin(text, place);
      End end = tried(typed, place);
      out.done(input, end);
      return end;
    } catch (UserException e) {
      return failed(e, place, ErrorScreen.error(e));
    }
  }

  private End tried(String typed, String place) {
    statement = "";
    Page page = page();
    try {
      Questions asked = place.isEmpty() ? questions : questions.ofScript();
      return show(conversation.execute(typed, page, asked), page);
    } catch (UserException e) {
      // While it ran, the terminal may have got another width.
      return failed(e, place, ErrorScreen.error(e, statement, page()));
    } catch (RuntimeException | Error e) {
      Line line = internal(e);
      events.ifPresent(out -> out.failed(line, place));
      return failed(place, List.of(line), ExitCode.INTERNAL_ERROR);
    }
  }

  private Page page() {
    return new Page(console.width(), TextWidth::of);
  }

  /** Does something before the first input; shows the error of it and gives its exit code. */
  public int tell(BiConsumer<Page, Questions> step) {
    try {
      step.accept(page(), questions);
      return ExitCode.DONE;
    } catch (UserException e) {
      return failed(e, "").exitCode();
    }
  }

  /** Shows an error as if an input had ended in it. */
  End failed(UserException error, String place) {
    conversation.session().begin("", script);
    try {
      return counted(failed(error, place, ErrorScreen.error(error, "", page())));
    } finally {
      conversation.session().end(false);
    }
  }

  private End failed(UserException error, String place, List<Line> lines) {
    Fact.Failed failure = Fact.Failed.of(error);
    int exitCode = ExitCode.of(error.kind());
    conversation.session().add(failure);
    events.ifPresent(out -> out.failed(failure, exitCode, place));
    return failed(place, lines, exitCode);
  }

  private End failed(String place, List<Line> lines, int exitCode) {
    List<Line.Span> first = new ArrayList<>(List.of(new Line.Span(Style.PLAIN, place)));
    first.addAll(lines.get(0).spans());
    console.remark(new Line(first));
    lines.stream().skip(1).forEach(console::remark);
    return new End(false, exitCode);
  }

  /** Says that there is a bug; a message of it might hold a secret, so it goes to the log alone. */
  Line internal(Throwable bug) {
    String kind = bug.getClass().getSimpleName();
    return Line.of(Style.ERROR, "ERROR:  ").plus("internal error (" + kind + "); " + log.keep(bug));
  }

  private End show(Outcome outcome, Page page) {
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
      return calledScript(called.file(), called.how());
    } else if (outcome instanceof Outcome.ScriptBeside beside) {
      return calledScript(file(beside), beside.how());
    }
    console.flush();
    return outcome instanceof Outcome.Quit ? new End(true, ExitCode.DONE) : End.WENT_WELL;
  }

  private End calledScript(Path file, Replaying how) {
    return new Batch(this, events.isEmpty() && mistakes.isEmpty()).runScript(file, how);
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
  public void remark(List<Line> lines) {
    events.ifPresentOrElse(out -> out.lines(lines), () -> lines.forEach(console::remark));
  }

  /** What came of the work; while it went on, the user was told how. */
  private Outcome worked(Outcome.Working working) {
    try (WorkWatch watch = new WorkWatch(progressOutput())) {
      RunListener listener = watch;
      return working.work().apply(replay.map(r -> r.listening(listener)).orElse(listener));
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

  private Path file(Outcome.ScriptBeside called) {
    Path beside = script.map(s -> s.resolveSibling(called.name())).orElse(called.otherwise());
    return called.alone() || Files.exists(beside) ? beside : called.otherwise();
  }

  /** Does the work of a script; those that it calls by \ir lie beside it. */
  End within(Optional<Path> file, Supplier<End> work) {
    Optional<Path> before = script;
    script = file;
    file.ifPresent(calls::enter);
    try {
      return work.get();
    } finally {
      file.ifPresent(left -> calls.leave());
      script = before;
    }
  }

  /** Does the work of a script so that it goes on where an earlier replay was interrupted. */
  End replayed(Path file, Replaying how, Supplier<End> work) {
    Optional<ReplayedRuns> runs = conversation.replayed();
    if (replay.isPresent() || runs.isEmpty()) {
      replay.ifPresent(caller -> caller.enter(file));
      return work.get();
    }
    Replay begun = Replay.begin(this, runs.orElseThrow(), file, how);
    replay = Optional.of(begun);
    try {
      return work.get();
    } finally {
      replay = Optional.empty();
      begun.end();
    }
  }

  /** The replay that is under way. */
  Optional<Replay> replay() {
    return replay;
  }

  StateFolder state() {
    return state;
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
      log.keep(e);
    }
  }

  /** Stops what runs, on every server and beside them. Called from another thread. */
  void interrupt() {
    places.interrupt();
    conversation.interrupt();
  }

  /** Ends what results went to, when it is done with them. */
  void closePlaces() {
    places.close();
  }

  /** Ends what results went to, soon. */
  void endPlaces() {
    places.end();
  }
}
