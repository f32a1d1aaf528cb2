package io.linkspan.command;

import io.linkspan.catalog.NameIndex;
import io.linkspan.completion.Completion;
import io.linkspan.connection.OpenConnection;
import io.linkspan.connection.SavedConnection;
import io.linkspan.journal.JournaledRun;
import io.linkspan.pg.UserException;
import io.linkspan.plan.CopyPlan;
import io.linkspan.plan.Reading;
import io.linkspan.request.TableReference;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The surroundings of a session of the shell. */
final class SessionSurroundings implements Surroundings {
  private final Workspace workspace;

  SessionSurroundings(Workspace workspace) {
    this.workspace = workspace;
  }

  @Override
  public Map<String, String> open() {
    Map<String, String> open = new LinkedHashMap<>();
    workspace.connections().all().forEach(c -> open.put(c.name(), c.settings().toString()));
    return open;
  }

  @Override
  public List<String> saved() {
    try {
      return workspace.saved().all().stream().map(SavedConnection::name).toList();
    } catch (UserException e) {
      // An unreadable configuration file is told by the command that needs it, not by TAB.
      return List.of();
    }
  }

  @Override
  public List<String> plans() {
    try {
      return workspace.plans().names();
    } catch (UserException e) {
      return List.of();
    }
  }

  @Override
  public Optional<String> source() {
    return workspace.connections().source().map(OpenConnection::name).or(this::current);
  }

  @Override
  public Optional<String> target() {
    return workspace.connections().target().map(OpenConnection::name).or(this::current);
  }

  @Override
  public Optional<String> current() {
    return workspace.connections().taking().map(OpenConnection::name);
  }

  @Override
  public Optional<NameIndex> names(String connection) {
    return workspace.names().of(connection);
  }

  @Override
  public List<Completion> tables(String connection) {
    return workspace.names().tables(connection);
  }

  @Override
  public List<JournaledRun> runs() {
    return target().map(workspace.names()::runs).orElse(List.of());
  }

  @Override
  public Set<String> variables() {
    return workspace.variables().keySet();
  }

  @Override
  public CopyEnds planned() {
    return workspace.plan().current().map(planned -> ends(planned.plan())).orElse(CopyEnds.UNKNOWN);
  }

  private static CopyEnds ends(CopyPlan plan) {
    Optional<TableReference> source =
        plan.reading() instanceof Reading.OfTable reading
            ? Optional.of(
                new TableReference(Optional.of(plan.source().connection()), reading.table().name()))
            : Optional.empty();
    return new CopyEnds(
        source,
        Optional.of(
            new TableReference(Optional.of(plan.target().connection()), plan.into().name())));
  }

  @Override
  public Path path(String typed) {
    return FilePath.of(workspace.environment(), typed);
  }
}
