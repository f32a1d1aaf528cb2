package io.linkspan.command;

import io.linkspan.catalog.NameIndex;
import io.linkspan.check.Planned;
import io.linkspan.connection.OpenConnection;
import io.linkspan.plan.Reading;
import io.linkspan.request.TableReference;
import java.util.Optional;

/** The names of the connections that are open in a session. */
final class SessionNames implements UnknownInInput.Known {
  private final Workspace workspace;

  SessionNames(Workspace workspace) {
    this.workspace = workspace;
  }

  @Override
  public Optional<NameIndex> names(String connection) {
    return workspace.names().of(connection);
  }

  @Override
  public Optional<String> current() {
    return workspace.connections().taking().map(OpenConnection::name);
  }

  @Override
  public Optional<String> source() {
    return workspace.connections().source().map(OpenConnection::name);
  }

  @Override
  public Optional<String> target() {
    return workspace.connections().target().map(OpenConnection::name);
  }

  @Override
  public Optional<TableReference> plannedSource() {
    return workspace
        .plan()
        .current()
        .map(Planned::plan)
        .filter(plan -> plan.reading() instanceof Reading.OfTable)
        .map(
            plan ->
                new TableReference(
                    Optional.of(plan.source().connection()),
                    ((Reading.OfTable) plan.reading()).table().name()));
  }

  @Override
  public Optional<TableReference> plannedTarget() {
    return workspace
        .plan()
        .current()
        .map(Planned::plan)
        .map(
            plan ->
                new TableReference(Optional.of(plan.target().connection()), plan.into().name()));
  }
}
