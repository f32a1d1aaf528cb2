package io.linkspan.command;

import io.linkspan.check.Checks;
import io.linkspan.command.Usage.Group;
import io.linkspan.pg.UserException;
import io.linkspan.report.Line;
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
        "In a script, an error that it finds ends the script with exit code 3.",
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
    List<Line> lines = Messages.findings(planned.findings(), invocation.page());
    return Checks.refuse(planned.findings())
        ? new Outcome.Wrong(UserException.Kind.CHECK, lines)
        : new Outcome.Shown(lines);
  }
}
