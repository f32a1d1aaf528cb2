package io.linkspan.command;

import io.linkspan.sql.Tokens;
import java.util.List;
import java.util.stream.Stream;

/** {@code on error}, and {@code on conflict}, which is a clause of the plan. */
final class OnCommand implements Command {
  private final Workspace workspace;
  private final Command clause;

  OnCommand(Workspace workspace, Command clause) {
    this.workspace = workspace;
    this.clause = clause;
  }

  @Override
  public Usage usage() {
    Usage of = clause.usage();
    return new Usage(
        of.group(),
        of.words(),
        Stream.concat(of.forms().stream(), Stream.of("on error stop | continue")).toList(),
        of.summary(),
        of.details()
            + " \"on error continue\" lets the script that has it go on after an error; its exit code"
            + " is that of the first one all the same.",
        of.examples());
  }

  @Override
  public Outcome execute(Invocation invocation) {
    Tokens tokens = invocation.tokens();
    if (!tokens.acceptWord("error")) {
      return clause.execute(invocation);
    }
    boolean goOn = tokens.acceptWord("continue");
    if (!goOn && !tokens.acceptWord("stop")) {
      throw tokens.unexpected("stop or continue", "stop", "continue");
    }
    tokens.expectEnd();
    workspace.blocks().onError(goOn);
    return Outcome.nothing();
  }

  /** The commands with this one in the place of the clause alone. */
  static List<Command> among(List<Command> clauses, Workspace workspace) {
    return clauses.stream()
        .map(
            each ->
                each.usage().name().equals("on") ? (Command) new OnCommand(workspace, each) : each)
        .toList();
  }
}
