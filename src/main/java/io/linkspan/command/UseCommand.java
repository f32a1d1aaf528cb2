package io.linkspan.command;

import io.linkspan.command.Usage.Group;
import io.linkspan.report.Line;
import io.linkspan.report.Style;
import io.linkspan.sql.Tokens;
import java.util.List;

/** {@code use SOURCE -> TARGET}: sets the route. */
final class UseCommand implements Command {
  private final Workspace workspace;

  UseCommand(Workspace workspace) {
    this.workspace = workspace;
  }

  @Override
  public Usage usage() {
    return new Usage(
        Group.CONNECTIONS,
        List.of("use"),
        List.of("use SOURCE -> TARGET"),
        "sets the route: data moves along the arrow",
        "Both ends are names of open connections. The plan in hand is dropped.",
        List.of("use archive -> main"));
  }

  @Override
  public Outcome execute(Invocation invocation) {
    Tokens tokens = invocation.tokens();
    String source = ConnectionNames.next(tokens);
    tokens.expectSymbol("->");
    String target = ConnectionNames.next(tokens);
    tokens.expectEnd();
    workspace.connections().named(source);
    workspace.connections().named(target);
    workspace.connections().useSource(source);
    workspace.connections().useTarget(target);
    workspace.plan().clear();
    return new Outcome.Shown(
        List.of(
            Line.of("Data moves ")
                .plus(Style.NAME, source)
                .plus(" -> ")
                .plus(Style.NAME, target)
                .plus(".")));
  }
}
