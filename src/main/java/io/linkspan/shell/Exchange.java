package io.linkspan.shell;

import io.linkspan.command.Conversation;
import io.linkspan.command.Outcome;
import io.linkspan.command.Questions;
import io.linkspan.pg.UserException;
import io.linkspan.report.Display;
import io.linkspan.report.ErrorScreen;
import io.linkspan.report.Line;
import io.linkspan.report.OutputFormat;
import io.linkspan.report.Page;
import io.linkspan.report.ResultsScreen;
import io.linkspan.report.Style;
import java.util.ArrayList;
import java.util.List;
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
    return activity.during(() -> tried(typed, place));
  }

  private End tried(String typed, String place) {
    statement = "";
    Page page = page();
    try {
      Questions asked = place.isEmpty() ? questions : questions.ofScript();
      return show(conversation.execute(typed, page, asked), page);
    } catch (UserException e) {
      return failed(place, ErrorScreen.error(e, statement, page), ExitCode.of(e.kind()));
    } catch (RuntimeException | Error e) {
      return failed(place, List.of(internal(e)), ExitCode.INTERNAL_ERROR);
    }
  }

  private Page page() {
    return new Page(console.width(), TextWidth::of);
  }

  /** Shows an error as if an input had ended in it. */
  End failed(UserException error, String place) {
    return failed(place, ErrorScreen.error(error, "", page()), ExitCode.of(error.kind()));
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
      boolean data = display.get().format() != OutputFormat.TABLE;
      // Data for machines stay alone on standard output.
      shown.lines().forEach(data ? console::remark : console::print);
    } else if (outcome instanceof Outcome.Wrong wrong) {
      show(new Outcome.Shown(wrong.lines()), page);
      return new End(false, ExitCode.of(wrong.kind()));
    } else if (outcome instanceof Outcome.Results results) {
      showResults(results, page);
    } else if (outcome instanceof Outcome.Working working) {
      return show(worked(working), page());
    } else if (outcome instanceof Outcome.Several several) {
      End end = End.WENT_WELL;
      for (int i = 0; i < several.parts().size() && !end.failed() && !end.quit(); i++) {
        end = show(several.parts().get(i), page);
      }
      return end;
    } else if (outcome instanceof Outcome.Script script) {
      return new Batch(this, true).runScript(script.file());
    }
    console.flush();
    return outcome instanceof Outcome.Quit ? new End(true, ExitCode.DONE) : End.WENT_WELL;
  }

  /** What came of the work; while it went on, the user was told how. */
  private Outcome worked(Outcome.Working working) {
    try (WorkWatch watch = new WorkWatch(progressOutput())) {
      return working.work().apply(watch);
    }
  }

  private ProgressOutput progressOutput() {
    if (display.get().format() == OutputFormat.JSON) {
      return new ProgressOutput.Events(console.data());
    }
    return console.canRedraw()
        ? new ProgressOutput.Standing(console)
        : new ProgressOutput.Plain(console);
  }

  private void showResults(Outcome.Results results, Page page) {
    statement = results.sql();
    ResultsScreen.Target target =
        new ResultsScreen.Target(console::print, console.data(), console::remark);
    results.source().accept(new ResultsScreen(results.sql(), page, display.get(), target));
    statement = "";
  }
}
