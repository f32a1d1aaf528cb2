package io.linkspan.command;

import io.linkspan.command.Usage.Group;
import io.linkspan.pg.UserException;
import java.util.List;

/** psql's {@code \if}, which {@code if} is as well. */
final class PsqlIfCommand implements AsPsql {
  private final Workspace workspace;

  PsqlIfCommand(Workspace workspace) {
    this.workspace = workspace;
  }

  @Override
  public Usage usage() {
    return new Usage(
        Group.PSQL,
        List.of("\\if", "\\elif", "\\else", "\\endif"),
        List.of("\\if EXPRESSION", "\\elif EXPRESSION", "\\else", "\\endif"),
        "carries out what follows only where the expression is true",
        "The expression is one word: true, false, 1, 0, on, off, yes or no, mostly a variable's"
            + " value; :{?name} tells whether a variable is set. See if for conditions.",
        List.of("\\if :{?since}"));
  }

  @Override
  public Outcome execute(Invocation typed) {
    Blocks blocks = workspace.blocks();
    switch (typed.word()) {
      case "\\if" -> begin(blocks, typed);
      case "\\elif" -> orElseIf(blocks, typed);
      case "\\else" -> blocks.orElse();
      default -> blocks.end();
    }
    return Outcome.nothing();
  }

  private void begin(Blocks blocks, Invocation typed) {
    if (blocks.skipping()) {
      blocks.beginOver();
      return;
    }
    try {
      blocks.begin(blocks.decide(() -> isTrue(typed)));
    } catch (UserException e) {
      blocks.failed();
      throw e;
    }
  }

  private void orElseIf(Blocks blocks, Invocation typed) {
    boolean asks = blocks.asks();
    try {
      blocks.orElseIf(asks && blocks.decide(() -> isTrue(typed)));
    } catch (UserException e) {
      blocks.over();
      throw e;
    }
  }

  private boolean isTrue(Invocation typed) {
    List<String> words = PsqlWords.arguments(typed, workspace, Integer.MAX_VALUE);
    return Condition.truth(String.join(" ", words));
  }
}
