package io.linkspan.command;

import io.linkspan.check.Planned;
import io.linkspan.request.Clause;
import io.linkspan.request.ClauseParser;
import io.linkspan.request.CopyRequest;
import io.linkspan.sql.Tokens;
import java.util.List;

/** A clause of {@code plan copy} as a command of its own: refines the plan in hand. */
final class ClauseCommand implements Command {
  private final Workspace workspace;
  private final Planning planning;
  private final Usage usage;

  private ClauseCommand(Workspace workspace, Planning planning, Usage usage) {
    this.workspace = workspace;
    this.planning = planning;
    this.usage = usage;
  }

  /** One command for each clause. */
  static List<Command> all(Workspace workspace, Planning planning) {
    return ClauseUsages.all().stream()
        .<Command>map(usage -> new ClauseCommand(workspace, planning, usage))
        .toList();
  }

  @Override
  public Usage usage() {
    return usage;
  }

  @Override
  public Outcome execute(Invocation invocation) {
    Planned before = workspace.plan().require();
    CopyRequest request = before.plan().request();
    Tokens tokens = Tokens.of(invocation.word() + " " + invocation.rest());
    for (Clause clause : ClauseParser.parseAll(tokens)) {
      request = clause.refine(request);
    }
    Planned planned = planning.plan(request);
    workspace.plan().refine(planned);
    return PlanCommand.changed(before, planned, invocation.page());
  }
}
