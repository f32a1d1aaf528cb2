package io.linkspan.command;

import io.linkspan.command.Usage.Group;
import io.linkspan.pg.UserException;
import io.linkspan.report.Messages;
import java.util.List;

/** {@code check}: all checks again. */
final class CheckCommand implements Command {
  private final Workspace workspace;
  private final Planning planning;

  CheckCommand(Workspace workspace, Planning planning) {
    this.workspace = workspace;
    this.planning = planning;
  }

  @Override
  public Usage usage() {
    return new Usage(
        Group.PLANNING,
        List.of("check"),
        List.of("check"),
        "makes the plan anew from the tables as they are now, and checks it again",
        "",
        List.of("check"));
  }

  @Override
  public Outcome execute(Invocation invocation) {
    if (!invocation.tokens().atEnd()) {
      throw UserException.usage(
          "check takes no statement in this version", "Check the plan in hand: check");
    }
    Planned planned = planning.plan(workspace.plan().require().plan().request());
    workspace.plan().replace(planned);
    return new Outcome.Shown(Messages.findings(planned.findings(), invocation.page()));
  }
}
