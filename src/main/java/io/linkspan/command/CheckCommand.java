package io.linkspan.command;

import io.linkspan.check.Checks;
import io.linkspan.command.Usage.Group;
import io.linkspan.pg.UserException;
import io.linkspan.report.Line;
import io.linkspan.report.Messages;
import io.linkspan.sql.Tokens;
import java.util.List;

/** {@code check}: all checks again, and {@code check rows}: every row. */
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
        List.of("check", "check rows"),
        "makes the plan anew from the tables as they are now, and checks it again",
        "With rows, every row is read and tried before any run: each value that does not fit its"
            + " column is named by row and column, with how many rows share it and the clauses that"
            + " mend it. The clauses were tried. Reads alone, and Ctrl-C stops it on both servers."
            + " In a script, an error or a row that it finds ends the script with exit code 3.",
        List.of("check", "check rows"));
  }

  @Override
  public Outcome execute(Invocation invocation) {
    Tokens tokens = invocation.tokens();
    if (tokens.acceptWord("rows")) {
      tokens.expectEnd();
      return new CheckRows(workspace, planning).execute(invocation.page());
    }
    if (!tokens.atEnd()) {
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
