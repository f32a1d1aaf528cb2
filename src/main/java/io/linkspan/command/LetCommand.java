package io.linkspan.command;

import io.linkspan.command.Usage.Group;
import io.linkspan.pg.Identifier;
import io.linkspan.sql.Tokens;
import java.util.List;

/** {@code let NAME = VALUE}. */
final class LetCommand implements Command {
  private final Workspace workspace;

  LetCommand(Workspace workspace) {
    this.workspace = workspace;
  }

  @Override
  public Usage usage() {
    return new Usage(
        Group.SCRIPTS,
        List.of("let"),
        List.of("let", "let NAME = VALUE"),
        "sets a variable; without a name, shows all",
        "Used as in psql: :name stands for the text, :'name' for a string constant, :\"name\" for an"
            + " identifier.",
        List.of("let since = '2025-01-01'"));
  }

  @Override
  public Outcome execute(Invocation invocation) {
    Tokens tokens = invocation.tokens();
    if (tokens.atEnd()) {
      return new Outcome.Shown(
          workspace.variables().entrySet().stream().map(SetVariableCommand::line).toList());
    }
    Identifier name = tokens.expectIdentifier("the name of a variable");
    tokens.expectSymbol("=");
    workspace.variables().put(name.name(), Unquoted.text(tokens.rest().text()));
    return Outcome.nothing();
  }
}
