package io.linkspan.command;

import io.linkspan.command.Usage.Group;
import io.linkspan.report.DescribeScreen;
import io.linkspan.request.CopyParser;
import io.linkspan.request.TableReference;
import io.linkspan.sql.Tokens;
import java.util.List;

/** {@code describe NAME}. */
final class DescribeCommand implements Command {
  private final Workspace workspace;

  DescribeCommand(Workspace workspace) {
    this.workspace = workspace;
  }

  @Override
  public Usage usage() {
    return new Usage(
        Group.LOOKING,
        List.of("describe", "\\d"),
        List.of("describe [CONNECTION:][SCHEMA.]TABLE"),
        "all of a table that matters to a copy",
        "Columns, keys and unique indexes, foreign keys, checks, triggers, rules, row security,"
            + " rights, size and estimate.",
        List.of("describe users", "describe archive:archived_users"));
  }

  @Override
  public Outcome execute(Invocation invocation) {
    Tokens tokens = invocation.tokens();
    TableReference reference = CopyParser.tableReference(tokens, "a table");
    tokens.expectEnd();
    LookedAt table = LookedAt.read(workspace.connections(), reference);
    return new Outcome.Shown(
        DescribeScreen.render(table.connection().name(), table.table(), invocation.page()));
  }
}
