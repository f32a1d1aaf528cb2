package io.linkspan.command;

import io.linkspan.catalog.NameIndex;
import io.linkspan.command.Usage.Group;
import io.linkspan.connection.OpenConnection;
import io.linkspan.report.Line;
import io.linkspan.report.Quantity;
import io.linkspan.sql.Tokens;
import java.util.List;

/** {@code refresh}: reads the names for completion again. */
final class RefreshCommand implements Command {
  private final Workspace workspace;

  RefreshCommand(Workspace workspace) {
    this.workspace = workspace;
  }

  @Override
  public Usage usage() {
    return new Usage(
        Group.LOOKING,
        List.of("refresh", "\\refresh", "\\#"),
        List.of("refresh", "refresh CONNECTION"),
        "reads the names that completion offers again",
        "That happens by itself after a connection is opened and after statements of yours that"
            + " define something; this is for what others defined. REFRESH MATERIALIZED VIEW …;"
            + " is SQL.",
        List.of("refresh", "refresh archive"));
  }

  @Override
  public Outcome execute(Invocation invocation) {
    Tokens tokens = invocation.tokens();
    List<OpenConnection> connections =
        tokens.atEnd()
            ? workspace.connections().all()
            : List.of(workspace.connections().named(ConnectionNames.next(tokens)));
    tokens.expectEnd();
    if (connections.isEmpty()) {
      // Tells that none is open.
      workspace.connections().current();
    }
    return new Outcome.Shown(connections.stream().map(this::refreshed).toList());
  }

  private Line refreshed(OpenConnection connection) {
    long begun = System.nanoTime();
    NameIndex names = workspace.names().read(connection);
    long columns = names.relations().stream().mapToLong(each -> names.columns(each).size()).sum();
    return Line.of(
        "%s: %s, %s in %d ms"
            .formatted(
                connection.name(),
                Quantity.count(names.relations().size(), "table"),
                Quantity.count(columns, "column"),
                (System.nanoTime() - begun) / 1_000_000));
  }
}
