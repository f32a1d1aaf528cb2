package io.linkspan.command;

import io.linkspan.command.Usage.Group;
import io.linkspan.pg.UserException;
import io.linkspan.sql.Tokens;
import java.util.List;

/** {@code if … elif … else … end}. */
final class IfCommand implements Command {
  private final Workspace workspace;

  IfCommand(Workspace workspace) {
    this.workspace = workspace;
  }

  @Override
  public Usage usage() {
    return new Usage(
        Group.SCRIPTS,
        List.of("if", "elif", "else"),
        List.of(
            "if CONDITION",
            "  COMMAND …",
            "elif CONDITION",
            "  COMMAND …",
            "else",
            "  COMMAND …",
            "  end"),
        "carries out what follows only where the condition holds",
        "CONDITION is a comparison as of expect, a query in parentheses whose one value is true or"
            + " false, \"defined NAME\" for a variable, \"connected NAME\" for a connection, or a word"
            + " such as on, off, yes, no; \"not\" before it turns it round. What is left out is read"
            + " and not carried out: a variable in it need not be set. \"end\" on a line of its own"
            + " closes the if; SQL's END is written commit there.",
        List.of("if (select count(*) from users) = 0", "if not defined since"));
  }

  /** END is a word of SQL's, so it is none of the command's, but where an if is open. */
  @Override
  public boolean answersTo(String word) {
    return word.equals("end");
  }

  @Override
  public Outcome execute(Invocation invocation) {
    Blocks blocks = workspace.blocks();
    Tokens tokens = invocation.tokens();
    switch (invocation.word()) {
      case "if" -> begin(blocks, tokens);
      case "elif" -> orElseIf(blocks, tokens);
      case "else" -> {
        tokens.expectEnd();
        blocks.orElse();
      }
      default -> {
        tokens.acceptWord("if");
        tokens.expectEnd();
        blocks.end();
      }
    }
    return Outcome.nothing();
  }

  private void begin(Blocks blocks, Tokens tokens) {
    if (blocks.skipping()) {
      blocks.beginOver();
      return;
    }
    try {
      blocks.begin(blocks.decide(() -> new Condition(workspace).holds(tokens)));
    } catch (UserException e) {
      blocks.failed();
      throw e;
    }
  }

  private void orElseIf(Blocks blocks, Tokens tokens) {
    boolean asks = blocks.asks();
    try {
      blocks.orElseIf(asks && blocks.decide(() -> new Condition(workspace).holds(tokens)));
    } catch (UserException e) {
      blocks.over();
      throw e;
    }
  }
}
