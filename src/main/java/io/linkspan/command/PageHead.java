package io.linkspan.command;

import io.linkspan.connection.OpenConnection;
import io.linkspan.page.Head;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** Who makes a page, and what is connected. */
final class PageHead {
  private final Workspace workspace;

  PageHead(Workspace workspace) {
    this.workspace = workspace;
  }

  /** As it is at this moment; no server is asked. */
  Head now() {
    String version = PageHead.class.getPackage().getImplementationVersion();
    List<Head.Server> servers = workspace.connections().all().stream().map(this::server).toList();
    return new Head(
        workspace.environment().user(),
        Instant.now(),
        ZoneId.systemDefault(),
        version == null ? "(development)" : version,
        servers);
  }

  private Head.Server server(OpenConnection open) {
    boolean source = workspace.connections().source().filter(open::equals).isPresent();
    boolean target = workspace.connections().target().filter(open::equals).isPresent();
    return new Head.Server(
        open.name(),
        source && target ? "source and target" : source ? "source" : target ? "target" : "",
        open.settings().toString(),
        open.isLost() ? Optional.empty() : Optional.of(open.session().version()),
        open.marks().listed().replaceFirst("^, ", ""));
  }
}
