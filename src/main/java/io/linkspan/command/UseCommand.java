package io.linkspan.command;

import io.linkspan.command.Usage.Group;
import io.linkspan.connection.OpenConnection;
import io.linkspan.connection.TransactionStatus;
import io.linkspan.report.Line;
import io.linkspan.report.Style;
import io.linkspan.sql.Tokens;
import java.util.ArrayList;
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
    List<Line> lines = new ArrayList<>(left(target));
    workspace.connections().useSource(source);
    workspace.connections().useTarget(target);
    workspace.plan().clear();
    lines.add(
        Line.of("Data moves ")
            .plus(Style.NAME, source)
            .plus(" -> ")
            .plus(Style.NAME, target)
            .plus("."));
    return new Outcome.Shown(lines);
  }

  /** What the prompt shows no more: the plan in hand, an open transaction elsewhere. */
  private List<Line> left(String target) {
    List<Line> lines = new ArrayList<>();
    if (workspace.plan().current().isPresent()) {
      lines.add(Line.of("The plan in hand is dropped."));
    }
    for (OpenConnection open : workspace.connections().all()) {
      if (!open.name().equals(target)
          && !open.isLost()
          && open.session().transactionStatus() != TransactionStatus.IDLE) {
        lines.add(
            Line.of(Style.WARNING, "WARNING: ")
                .plus(
                    "a transaction stays open on %s; end it: @%1$s commit;"
                        .formatted(open.name())));
      }
    }
    return lines;
  }
}
