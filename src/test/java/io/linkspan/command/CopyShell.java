package io.linkspan.command;

import io.linkspan.check.Finding;
import io.linkspan.connection.Environment;
import io.linkspan.connection.OpenConnection;
import io.linkspan.pg.Literal;
import io.linkspan.pg.UserException;
import io.linkspan.report.Display;
import io.linkspan.report.Line;
import io.linkspan.report.Page;
import io.linkspan.report.ResultsScreen;
import io.linkspan.run.Receipt;
import io.linkspan.run.RunListener;
import io.linkspan.sandbox.Access;
import io.linkspan.statement.DblinkStatement;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;

/** The commands of a shell with two connections, {@code archive} and {@code main}. */
public final class CopyShell implements AutoCloseable {
  private static final Page PAGE = new Page(100, String::length);

  private final Workspace workspace;
  private final LinkspanConversation conversation;
  private final StringBuilder shown = new StringBuilder();
  private boolean yes;
  private boolean script;

  private CopyShell() {
    workspace =
        new Workspace(
            new Environment(Map.of(), Path.of("/nonexistent"), "tester", Path.of("/nonexistent")));
    conversation = new LinkspanConversation(workspace);
  }

  /** A shell with nothing connected. */
  public static CopyShell unconnected() {
    return new CopyShell();
  }

  /** A shell whose route leads from the one database to the other. */
  public static CopyShell between(Access source, Access target) {
    CopyShell shell = new CopyShell();
    try {
      shell.type("connect archive " + conninfo(source) + " as source");
      shell.type("connect main " + conninfo(target) + " as target");
      return shell;
    } catch (RuntimeException | Error e) {
      shell.close();
      throw e;
    }
  }

  /** What a person types to reach that database, password included. */
  public static String conninfo(Access access) {
    return "host=%s port=%d dbname=%s user=%s password=%s"
        .formatted(
            Literal.conninfo(access.host()),
            access.port(),
            Literal.conninfo(access.database()),
            Literal.conninfo(access.login().user()),
            Literal.conninfo(access.login().password()));
  }

  /** From now on every question is answered with a yes. */
  public CopyShell sayingYes() {
    yes = true;
    return this;
  }

  /** From now on nobody reads what is shown before the next line. */
  public CopyShell inScript() {
    script = true;
    return this;
  }

  /** Carries out one command or statement and gives what a person would see of it. */
  public String type(String line) {
    List<Line> lines = new ArrayList<>();
    show(conversation.execute(line, PAGE, new Answers(yes, !script)), Display.PLAIN, lines);
    String text = lines.stream().map(CopyShell::text).collect(Collectors.joining("\n"));
    shown.append(text).append('\n');
    return text;
  }

  private static void show(Outcome outcome, Display display, List<Line> lines) {
    if (outcome instanceof Outcome.Shown of) {
      lines.addAll(of.lines());
    } else if (outcome instanceof Outcome.Results results) {
      ResultsScreen.Target target =
          new ResultsScreen.Target(lines::add, new StringWriter(), lines::add);
      results.source().accept(new ResultsScreen(results.sql(), PAGE, display, target));
    } else if (outcome instanceof Outcome.Working working) {
      show(working.work().apply(RunListener.NONE), display, lines);
    } else if (outcome instanceof Outcome.Wrong wrong) {
      lines.add(Line.of("[" + wrong.kind() + "]"));
      lines.addAll(wrong.lines());
    } else if (outcome instanceof Outcome.Told told) {
      show(told.shown(), display, lines);
    } else if (outcome instanceof Outcome.Several several) {
      several.parts().forEach(part -> show(part, display, lines));
    } else if (outcome instanceof Outcome.Paged paged) {
      lines.addAll(paged.lines());
    } else if (outcome instanceof Outcome.Looked looked) {
      lines.addAll(looked.lines());
    } else if (outcome instanceof Outcome.Apart apart) {
      show(apart.outcome(), apart.display().apply(display), lines);
    } else if (outcome instanceof Outcome.Series series) {
      for (Optional<Outcome> part = series.next().get();
          part.isPresent();
          part = series.next().get()) {
        show(part.orElseThrow(), display, lines);
      }
    }
  }

  private static String text(Line line) {
    return line.spans().stream().map(Line.Span::text).collect(Collectors.joining());
  }

  /** Plans a copy and runs it, without a journal where the role may not keep one. */
  public Receipt run(String planLine) {
    type(planLine);
    type(findings("no-journal").isEmpty() ? "run" : "run without journal");
    return receipt();
  }

  /** The error that a command ends in. */
  public UserException refusal(String line) {
    try {
      String text = type(line);
      throw new AssertionError("no error from: " + line + "\n" + text);
    } catch (UserException e) {
      shown.append(e.fields()).append('\n');
      return e;
    }
  }

  /** Types on a thread of its own; the future ends in what {@link #type} gives or throws. */
  public CompletableFuture<String> typeInBackground(String line) {
    return CompletableFuture.supplyAsync(() -> type(line), work -> new Thread(work).start());
  }

  /** Ctrl-C. */
  public void interrupt() {
    conversation.interrupt();
  }

  /** What the last run did. */
  public Receipt receipt() {
    return workspace.receipt().orElseThrow();
  }

  /** What was found in the plan in hand. */
  public List<Finding> findings() {
    return workspace.plan().require().findings();
  }

  /** The findings of that id, message by message. */
  public List<String> findings(String id) {
    return findings().stream()
        .filter(finding -> finding.id().text().equals(id))
        .map(finding -> finding.fields().message())
        .toList();
  }

  /** Every finding as its id and message, for the tale of a failed test. */
  public String tale() {
    return findings().stream()
            .map(f -> f.severity() + " " + f.id() + ": " + f.fields().message())
            .collect(Collectors.joining("\n"))
        + "\n"
        + String.join(";\n", statement().all());
  }

  /** The statement of the plan in hand. */
  public DblinkStatement statement() {
    return workspace.plan().require().statement();
  }

  /** What stands before the next line. */
  public String prompt() {
    return conversation.prompt().text();
  }

  /** What the history would keep of a line. */
  public String forHistory(String line) {
    return conversation.forHistory(line);
  }

  /** All that was shown so far, errors included. */
  public String shown() {
    return shown.toString();
  }

  /** An open connection. */
  public OpenConnection connection(String name) {
    return workspace.connections().named(name);
  }

  @Override
  public void close() {
    conversation.close();
  }

  /** Answers nothing, but for {@code --yes}. */
  private record Answers(boolean yes, boolean someoneThere) implements Questions {
    @Override
    public Optional<String> secret(String prompt) {
      return Optional.empty();
    }

    @Override
    public boolean confirm(String question) {
      return yes;
    }
  }
}
