package io.linkspan.shell;

import io.linkspan.command.Conversation;
import io.linkspan.report.Line;
import io.linkspan.report.Style;
import io.linkspan.shell.Exchange.End;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** The interactive loop: prompt, input, outcome, until Ctrl-D or a command ends it. */
public final class Shell {
  private final Exchange exchange;
  private final Conversation conversation;
  private final Console console;
  private final ExecutorService worker =
      Executors.newSingleThreadExecutor(
          work -> {
            Thread thread = new Thread(work, "command");
            thread.setDaemon(true);
            return thread;
          });

  /** A shell over an exchange. */
  public Shell(Exchange exchange) {
    this.exchange = exchange;
    this.conversation = exchange.conversation();
    this.console = exchange.console();
  }

  /** Runs until the user leaves; gives the exit code. */
  public int run(Line banner) {
    console.interruptsGoTo(this::interrupt);
    console.print(banner);
    console.flush();
    boolean goOn = true;
    while (goOn) {
      Console.Typed typed =
          console.read(conversation.prompt(console.width() / 2), conversation.begun());
      goOn = !(typed instanceof Console.Typed.EndOfInput) || !leaves();
      if (typed instanceof Console.Typed.Text text) {
        goOn = guarded(text.text());
      }
    }
    worker.shutdown();
    return ExitCode.DONE;
  }

  /** Whether the user leaves, where something would be lost. */
  private boolean leaves() {
    return conversation.beforeLeaving().map(console::confirmLeaving).orElse(true);
  }

  /** A bug in telling where an input ends must not end the shell either. */
  private boolean guarded(String typed) {
    try {
      return carryOut(typed);
    } catch (RuntimeException | StackOverflowError e) {
      console.remark(exchange.internal(e));
      return true;
    }
  }

  /** Carries out what was typed or pasted; of a pasted script, nothing after an error. */
  private boolean carryOut(String typed) {
    List<String> pieces = Gathering.pieces(conversation, typed);
    for (int i = 0; i < pieces.size(); i++) {
      if (conversation.flow().skips(pieces.get(i))) {
        console.remark(
            Line.of(Style.DIM, "not carried out, for the condition before it does not hold"));
      }
      End end = onWorker(pieces.get(i));
      if (end.quit()) {
        return false;
      }
      if (end.failed()) {
        sayWhatWasDropped(pieces.size() - i - 1);
        return true;
      }
    }
    return true;
  }

  private void sayWhatWasDropped(int inputs) {
    if (inputs > 0) {
      String what = inputs == 1 ? "1 input" : inputs + " inputs";
      console.remark(Line.of(Style.WARNING, what + " after the error not carried out"));
    }
  }

  private End onWorker(String input) {
    Future<End> running = worker.submit(() -> exchange.carryOut(input, ""));
    boolean interrupted = false;
    try {
      while (true) {
        try {
          return running.get();
        } catch (InterruptedException e) {
          interrupted = true;
          interrupt();
        }
      }
    } catch (ExecutionException e) {
      console.remark(exchange.internal(e));
      return new End(false, ExitCode.INTERNAL_ERROR);
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private void interrupt() {
    if (!exchange.activity().running()) {
      return;
    }
    if (conversation.working() && !console.lent()) {
      // The terminal has just echoed ^C.
      console.remark(Line.of(Style.DIM, " canceling ..."));
    }
    try {
      exchange.interrupt();
    } catch (RuntimeException e) {
      console.remark(exchange.internal(e));
    }
  }
}
