package io.linkspan.shell;

import io.linkspan.command.Conversation;
import io.linkspan.command.ReplayedRuns;
import io.linkspan.command.Replaying;
import io.linkspan.command.ScriptFlow;
import io.linkspan.pg.UserException;
import io.linkspan.report.Line;
import io.linkspan.shell.Exchange.End;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Runs commands, scripts or a pipe from the first line to the last, or to the first error. */
public final class Batch {
  private final Exchange exchange;
  private final Conversation conversation;
  private final Console console;
  private final boolean echo;

  /**
   * A batch over an exchange.
   *
   * @param echo whether each line of input is shown after its prompt, as in a transcript
   */
  public Batch(Exchange exchange, boolean echo) {
    this.exchange = exchange;
    this.conversation = exchange.conversation();
    this.console = exchange.console();
    this.echo = echo;
  }

  /** Runs the inputs one after another; gives the exit code. */
  public int run(List<BatchInput> inputs) {
    End end = End.WENT_WELL;
    for (BatchInput input : inputs) {
      if (!end.failed() && !end.quit()) {
        end = run(input, Replaying.GOES_ON);
      }
    }
    return end.exitCode();
  }

  /**
   * The exit code where no input follows: an {@code if} that is still open is an error, and so is a
   * transaction, with which everything in it would go without a word.
   */
  public int closed() {
    if (conversation.flow().open() > 0) {
      return exchange.failed(Closing.unclosed(), "").exitCode();
    }
    List<String> begun = conversation.replayed().map(ReplayedRuns::inTransaction).orElse(List.of());
    return begun.isEmpty() ? ExitCode.DONE : exchange.failed(uncommitted(begun), "").exitCode();
  }

  private static UserException uncommitted(List<String> connections) {
    return UserException.usage(
        "unexpected end of input: the transaction on %s is not committed, and is rolled back"
            .formatted(
                connections.stream()
                    .map(name -> "\"" + name + "\"")
                    .collect(Collectors.joining(" and "))),
        "End it: commit; or, if that is meant: rollback;");
  }

  /** Runs a script file; a {@code quit} in it ends the shell. */
  End runScript(Path file, Replaying how) {
    return run(BatchInput.script(file), how);
  }

  private End run(BatchInput input, Replaying how) {
    try {
      Supplier<End> work =
          () ->
              input
                  .file()
                  .map(file -> exchange.replayed(file, how, () -> carriedOut(input)))
                  .orElseGet(() -> carriedOut(input));
      return exchange.within(input.file(), echo, work);
    } catch (UserException e) {
      return exchange.refused(e);
    }
  }

  private End carriedOut(BatchInput input) {
    try (BufferedReader lines = input.open()) {
      return input.isWhole() ? whole(input, lines) : new Lines(input, lines).run();
    } catch (UserException e) {
      return exchange.refused(e);
    } catch (IOException e) {
      return exchange.refused(input.unreadable(e));
    }
  }

  /** A script that lies there from its first line to its last, and is read before the first. */
  private End whole(BatchInput input, BufferedReader lines) throws IOException {
    StringWriter text = new StringWriter();
    lines.transferTo(text);
    Optional<Closing.Wrong> wrong =
        exchange.checksOnly() ? Optional.empty() : Closing.wrong(conversation, text.toString());
    if (wrong.isPresent()) {
      Closing.Wrong found = wrong.orElseThrow();
      return exchange.failed(found.error(), input.place(found.line()));
    }
    return new Lines(input, new BufferedReader(new StringReader(text.toString()))).run();
  }

  /** One input on its way through. */
  private final class Lines {
    private final BatchInput input;
    private final BufferedReader lines;
    private final Gathering gathering = new Gathering(conversation);
    private final ScriptFlow flow = conversation.flow();
    private final Deque<Integer> open = new ArrayDeque<>();
    private final Errors errors;
    private final Ahead ahead;
    private int number;
    private int first;
    private boolean refused;

    Lines(BatchInput input, BufferedReader lines) {
      this.input = input;
      this.lines = lines;
      this.errors = new Errors(input);
      this.ahead = Ahead.of(conversation, input.file());
    }

    /** What a command of the command line opens, the next one may close. */
    End run() throws IOException {
      if (input.isCommand()) {
        return toTheEnd();
      }
      flow.enter();
      try {
        return toTheEnd();
      } finally {
        flow.leave();
      }
    }

    private End toTheEnd() throws IOException {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        number++;
        String text = number == 1 && line.startsWith("\ufeff") ? line.substring(1) : line;
        echo(text);
        first = gathering.waiting() ? first : number;
        Optional<String> complete = gathering.add(text);
        if (complete.isPresent()) {
          End end = carriedOut(complete.get());
          if (refused) {
            return end;
          }
          remember();
          if (end.quit() || (end.failed() && !errors.goesOn(end, first, flow.goesOn()))) {
            return errors.end(end);
          }
          if (end.failed()) {
            exchange.replay().ifPresent(replay -> replay.wentOn(end, input.place(first)));
          }
        }
      }
      // A backslash command may have kept SQL for later, and nothing came later.
      boolean kept = !conversation.completeness("").complete();
      End end = gathering.waiting() || kept ? unfinished() : closed();
      errors.summary().ifPresent(line -> exchange.remark(List.of(line)));
      return errors.end(end);
    }

    /** Carries an input out, after what is expected of tables if it is the first to change them. */
    private End carriedOut(String text) {
      if (!flow.skips(text)) {
        for (Ahead.Expected expected : ahead.before(text)) {
          End end = exchange.carryOut(expected.text(), input.place(expected.line()));
          if (end.failed()) {
            refused = true;
            exchange.replay().ifPresent(Replay::keep);
            return end;
          }
        }
      }
      return ahead.isDone(first) ? End.WENT_WELL : stepped(text);
    }

    private End stepped(String text) {
      String place = input.place(first);
      Optional<Replay> replay = exchange.replay().filter(r -> !flow.skips(text));
      if (replay.isEmpty()) {
        return exchange.carryOut(text, place);
      }
      try {
        return replay.orElseThrow().step(text, place, carried -> exchange.carryOut(carried, place));
      } catch (UserException e) {
        replay.ifPresent(Replay::keep);
        return exchange.failed(e, place);
      }
    }

    /** In which lines the conditions stand that are open. */
    private void remember() {
      while (open.size() > flow.open()) {
        open.pop();
      }
      while (open.size() < flow.open()) {
        open.push(first);
      }
    }

    private End closed() {
      if (input.isCommand() || open.isEmpty()) {
        return End.WENT_WELL;
      }
      return exchange.failed(Closing.unclosed(), input.place(open.element()));
    }

    private void echo(String line) {
      if (echo) {
        String prompt = conversation.prompt().text();
        String mark = ContinuationPrompt.mark(gathering.waitsFor());
        String shown = gathering.waiting() ? ContinuationPrompt.of(prompt, mark) : prompt;
        // What the history may not keep, a log that takes the echo may not keep either.
        console.print(Line.of((shown + " " + conversation.forHistory(line)).stripTrailing()));
        console.flush();
      }
    }

    private End unfinished() {
      String waitsFor =
          gathering.waiting() ? gathering.waitsFor() : conversation.completeness("").waitsFor();
      if (input.isCommand() && List.of(";", "the next line").contains(waitsFor)) {
        return exchange.carryOut(gathering.text() + "\n;", "");
      }
      return exchange.failed(Closing.unfinished(waitsFor, first), input.place(first));
    }
  }
}
