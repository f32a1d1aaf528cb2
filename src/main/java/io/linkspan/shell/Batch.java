package io.linkspan.shell;

import io.linkspan.command.Conversation;
import io.linkspan.pg.UserException;
import io.linkspan.report.Line;
import io.linkspan.shell.Exchange.End;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

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
        end = run(input);
      }
    }
    return end.exitCode();
  }

  /** Runs a script file; a {@code quit} in it ends the shell. */
  End runScript(Path file) {
    return run(BatchInput.script(file));
  }

  private End run(BatchInput input) {
    return exchange.within(input.file(), () -> carriedOut(input));
  }

  private End carriedOut(BatchInput input) {
    try (BufferedReader lines = input.open()) {
      return new Lines(input, lines).run();
    } catch (UserException e) {
      return exchange.failed(e, "");
    } catch (IOException e) {
      return exchange.failed(input.unreadable(e), "");
    }
  }

  /** One input on its way through. */
  private final class Lines {
    private final BatchInput input;
    private final BufferedReader lines;
    private final Gathering gathering = new Gathering(conversation);
    private int number;
    private int first;

    Lines(BatchInput input, BufferedReader lines) {
      this.input = input;
      this.lines = lines;
    }

    End run() throws IOException {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        number++;
        String text = number == 1 && line.startsWith("\ufeff") ? line.substring(1) : line;
        echo(text);
        first = gathering.waiting() ? first : number;
        Optional<String> complete = gathering.add(text);
        if (complete.isPresent()) {
          End end = exchange.carryOut(complete.get(), input.place(first));
          if (end.failed() || end.quit()) {
            return end;
          }
        }
      }
      // A backslash command may have kept SQL for later, and nothing came later.
      boolean kept = !conversation.completeness("").complete();
      return gathering.waiting() || kept ? unfinished() : End.WENT_WELL;
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
      UserException error =
          UserException.usage(
              "unexpected end of input: waiting for " + waitsFor,
              "Complete the last command; it begins in line " + first + ".");
      return exchange.failed(error, input.place(first));
    }
  }
}
