package io.linkspan.command;

import io.linkspan.check.Checks;
import io.linkspan.check.Planned;
import io.linkspan.command.Usage.Group;
import io.linkspan.pg.UserException;
import io.linkspan.report.Line;
import io.linkspan.report.Messages;
import io.linkspan.session.Fact;
import io.linkspan.sql.Tokens;
import java.util.List;

/**
 * {@code check}: all checks again, {@code check rows}: every row, and those of a statement that was
 * written elsewhere.
 */
final class CheckCommand implements Command {
  private final Workspace workspace;
  private final Planning planning;
  private final PastedStatements pasted;

  CheckCommand(Workspace workspace, Planning planning) {
    this.workspace = workspace;
    this.planning = planning;
    this.pasted = new PastedStatements(workspace, planning);
  }

  /** Whether SQL stands after the word, so that the input ends at a semicolon. */
  static boolean takesSql(Input.OfCommand command) {
    return command.word().equals("check") && startsSql(Tokens.of(command.rest()));
  }

  private static boolean startsSql(Tokens rest) {
    return rest.atSymbol("(") || Input.VERBS.contains(rest.peek().word());
  }

  @Override
  public Usage usage() {
    return new Usage(
        Group.PLANNING,
        List.of("check"),
        List.of("check", "check rows", "check INSERT INTO … SELECT … FROM dblink(…) …;"),
        "makes the plan anew from the tables as they are now, and checks it again",
        "With rows, every row is read and tried before any run: each value that does not fit its"
            + " column is named by row and column, with how many rows share it and the clauses that"
            + " mend it. The clauses were tried. Reads alone, and Ctrl-C stops it on both servers."
            + " With a dblink INSERT, it explains each part of it, opens the connection that it"
            + " names, and makes a plan of it; nothing is sent, and the password leaves the text."
            + " In a script, an error or a row that it finds ends the script with exit code 3.",
        List.of(
            "check",
            "check rows",
            "check insert into users (username, email, created_at, updated_at)"
                + " select distinct username, lower(email), now(), now()"
                + " from dblink('archive', 'select username, email from archived_users')"
                + " as t(username text, email text) on conflict do nothing;"));
  }

  @Override
  public Outcome execute(Invocation invocation) {
    Tokens tokens = invocation.tokens();
    if (tokens.acceptWord("rows")) {
      tokens.expectEnd();
      return new CheckRows(workspace, planning).execute(invocation.page());
    }
    if (startsSql(invocation.tokens())) {
      return pasted.checked(invocation.rest(), invocation.page(), invocation.questions());
    }
    invocation.requireNothing();
    Planned planned = planning.plan(workspace.plan().require().plan().request());
    workspace.plan().replace(planned);
    List<Line> lines = Messages.findings(planned.findings(), invocation.page());
    return new Outcome.Told(
        new Fact.Made(planned),
        Checks.refuse(planned.findings())
            ? new Outcome.Wrong(UserException.Kind.CHECK, lines)
            : new Outcome.Shown(lines));
  }
}
