package io.linkspan.shell;

import io.linkspan.command.Conversation;
import io.linkspan.command.Outcome;
import io.linkspan.command.PlansLeft;
import io.linkspan.command.Questions;
import io.linkspan.command.ReplayedRuns;
import io.linkspan.command.Replaying;
import io.linkspan.pg.UserException;
import io.linkspan.report.Display;
import io.linkspan.report.ErrorScreen;
import io.linkspan.report.Line;
import io.linkspan.report.Page;
import io.linkspan.report.SessionEvents;
import io.linkspan.report.Style;
import io.linkspan.run.RunListener;
import io.linkspan.session.Fact;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
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
  private final ErrorLog log;
  private final Activity activity = new Activity();

  private final Calls calls = new Calls();
  private final Showing showing;
  private final StateFolder state;
  private Optional<Path> script = Optional.empty();
  private Optional<Replay> replay = Optional.empty();

  /** Whether scripts that are called now are seen with their prompts, as at the prompt. */
  private boolean echo = true;

  /** How many inputs are under way: a script is carried out within the one that calls it. */
  private int depth;

  /** Where the innermost of them stands. */
  private String place = "";

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
    this.log = new ErrorLog(state.log());
    this.state = state;
    this.showing = new Showing(conversation, console, display, new Called(), log::keep);
  }

  /** From now on everything is told as events for other programs, of which this is the first. */
  public void tellEvents(String version) {
    EventOutput out = new EventOutput(console);
    showing.tell(out);
    conversation.session().tellFacts(out::fact);
    out.tell(SessionEvents.start(version));
  }

  /**
   * Nothing more comes.
   *
   * @param exitCode empty where a signal ends the process
   */
  public void ended(OptionalInt exitCode) {
    showing.events().ifPresent(out -> out.end(exitCode));
  }

  /** From now on inputs are looked at and not carried out: people are told of mistakes alone. */
  public PlansLeft checkOnly(Mistakes into) {
    showing.tellMistakes(into);
    return new PlansLeft() {
      @Override
      public String place() {
        return place;
      }

      @Override
      public void left(String where, List<Line> remarks) {
        showing.remark(Mistakes.placed(where, remarks));
        into.add(new End(false, ExitCode.of(UserException.Kind.CHECK)));
      }
    };
  }

  /** Whether inputs are only looked at. */
  boolean checksOnly() {
    return showing.mistakes().isPresent();
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
          showing.mistakes().ifPresent(all -> all.at(place));
          depth++;
          String caller = this.place;
          this.place = place;
          End end = End.WENT_WELL;
          Conversation.Watched watched = conversation.watched(showing.page(), console::remark);
          try {
            end = tried(typed, text, place);
            return counted(end);
          } finally {
            watched.close();
            conversation.session().end(!end.failed());
            depth--;
            this.place = caller;
            tellAfterwards(end);
          }
        });
  }

  /** Only what a person typed is followed by more, not each line of a script that it called. */
  private void tellAfterwards(End end) {
    if (depth == 0 && !end.quit()) {
      try {
        Page page = showing.page();
        conversation.afterwards(page).ifPresent(outcome -> showing.show(outcome, page));
      } catch (UserException e) {
        failed(e, "");
      } catch (RuntimeException | Error e) {
        failed("", List.of(internal(e)), ExitCode.INTERNAL_ERROR);
      }
    }
  }

  /** Where scripts are only looked at, the next input is looked at whatever came of this one. */
  private End counted(End end) {
    return showing.mistakes().map(all -> all.add(end)).orElse(end);
  }

  /** Programs that read along are told before and after, if they still read. */
  private End tried(String typed, String text, String place) {
    if (showing.events().isEmpty()) {
      return tried(typed, place);
    }
    EventOutput out = showing.events().orElseThrow();
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
    showing.begin();
    Page page = showing.page();
    try {
      Questions asked = place.isEmpty() ? questions : questions.ofScript();
      return showing.show(conversation.execute(typed, page, asked), page);
    } catch (UserException e) {
      // While it ran, the terminal may have got another width.
      return failed(e, place, ErrorScreen.error(e, showing.statement(), showing.page()));
    } catch (RuntimeException | Error e) {
      Line line = internal(e);
      showing.events().ifPresent(out -> out.failed(line, place));
      return failed(place, List.of(line), ExitCode.INTERNAL_ERROR);
    }
  }

  /** Does something before the first input; shows the error of it and gives its exit code. */
  public int tell(BiConsumer<Page, Questions> step) {
    try {
      step.accept(showing.page(), questions);
      return ExitCode.DONE;
    } catch (UserException e) {
      return failed(e, "").exitCode();
    }
  }

  /** Shows an error that keeps a script from being carried out, where it is called. */
  End refused(UserException error) {
    return failed(error, place);
  }

  /** Shows an error as if an input had ended in it. */
  End failed(UserException error, String place) {
    conversation.session().begin("", script);
    try {
      return counted(failed(error, place, ErrorScreen.error(error, "", showing.page())));
    } finally {
      conversation.session().end(false);
    }
  }

  private End failed(UserException error, String place, List<Line> lines) {
    Fact.Failed failure = Fact.Failed.of(error);
    int exitCode = ExitCode.of(error.kind());
    conversation.session().add(failure);
    showing.events().ifPresent(out -> out.failed(failure, exitCode, place));
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

  /** What scripts call lies beside them, and is part of their replay. */
  private final class Called implements Showing.Scripts {
    @Override
    public End run(Path file, Replaying how, boolean seen) {
      return new Batch(Exchange.this, seen && echo).runScript(file, how);
    }

    @Override
    public Path beside(Outcome.ScriptBeside called) {
      Path beside = script.map(s -> s.resolveSibling(called.name())).orElse(called.otherwise());
      return called.alone() || Files.exists(beside) ? beside : called.otherwise();
    }

    @Override
    public RunListener listening(RunListener listener) {
      return replay.map(each -> each.listening(listener)).orElse(listener);
    }
  }

  /** Shows lines that are no results. */
  public void remark(List<Line> lines) {
    showing.remark(lines);
  }

  /**
   * Does the work of a script; those that it calls by \ir lie beside it.
   *
   * @param echoed whether its lines are seen, and so those of the scripts that it calls
   */
  End within(Optional<Path> file, boolean echoed, Supplier<End> work) {
    file.ifPresent(calls::enter);
    Optional<Path> before = script;
    boolean echoedBefore = echo;
    script = file;
    echo = echoed;
    try {
      return work.get();
    } finally {
      file.ifPresent(left -> calls.leave());
      script = before;
      echo = echoedBefore;
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

  /** Stops what runs, on every server and beside them. Called from another thread. */
  void interrupt() {
    showing.interrupt();
    conversation.interrupt();
  }

  /** Ends what results went to, when it is done with them. */
  void closePlaces() {
    showing.close();
  }

  /** Ends what results went to, soon. */
  void endPlaces() {
    showing.end();
  }
}
