package io.linkspan.command;

import io.linkspan.command.Usage.Group;
import io.linkspan.connection.OpenConnections;
import io.linkspan.plan.LikelyRenames;
import io.linkspan.report.CompareScreen;
import io.linkspan.report.Side;
import io.linkspan.request.CopyParser;
import io.linkspan.request.TableReference;
import io.linkspan.sql.Tokens;
import java.util.List;

/** {@code compare A -> B}. */
final class CompareCommand implements Command {
  private final Workspace workspace;

  CompareCommand(Workspace workspace) {
    this.workspace = workspace;
  }

  @Override
  public Usage usage() {
    return new Usage(
        Group.LOOKING,
        List.of("compare"),
        List.of("compare SOURCE_TABLE -> TARGET_TABLE"),
        "the columns of two tables side by side, differences named",
        "",
        List.of("compare archived_users -> users"));
  }

  @Override
  public Outcome execute(Invocation invocation) {
    Tokens tokens = invocation.tokens();
    TableReference left = CopyParser.tableReference(tokens, "a table");
    tokens.expectSymbol("->");
    TableReference right = CopyParser.tableReference(tokens, "a table");
    tokens.expectEnd();
    OpenConnections connections = workspace.connections();
    UnknownTable unknown = new UnknownTable(connections);
    LookedAt source = LookedAt.read(connections.sourceOr(left.connection()), left, unknown);
    LookedAt target = LookedAt.read(connections.targetOr(right.connection()), right, unknown);
    return new Outcome.Shown(
        CompareScreen.render(
            new Side<>(source.connection().name(), source.table()),
            new Side<>(target.connection().name(), target.table()),
            LikelyRenames.between(source.table(), target.table(), target.catalog()),
            invocation.page()));
  }
}
