package io.linkspan.command;

import io.linkspan.command.Usage.Group;
import io.linkspan.connection.OpenConnection;
import io.linkspan.connection.SavedConnection;
import io.linkspan.report.ConnectionsScreen;
import io.linkspan.report.ConnectionsScreen.Entry;
import java.util.ArrayList;
import java.util.List;

/** {@code connections}: the open and the saved ones. */
final class ConnectionsCommand implements Command {
  private final Workspace workspace;

  ConnectionsCommand(Workspace workspace) {
    this.workspace = workspace;
  }

  @Override
  public Usage usage() {
    return new Usage(
        Group.CONNECTIONS,
        List.of("connections", "\\conninfo"),
        List.of("connections"),
        "the open and the saved connections: role, user, host, database, version, state",
        "",
        List.of("connections"));
  }

  @Override
  public Outcome execute(Invocation invocation) {
    invocation.requireNothing();
    List<Entry> entries = new ArrayList<>();
    for (OpenConnection open : workspace.connections().all()) {
      entries.add(
          new Entry(
              open.name(),
              role(open),
              open.settings().toString(),
              open.isLost() ? "" : open.session().version().toString(),
              state(open)));
    }
    for (SavedConnection saved : workspace.saved().all()) {
      if (entries.stream().noneMatch(entry -> entry.name().equals(saved.name()))) {
        entries.add(
            new Entry(
                saved.name(),
                "",
                saved.settings().toString(),
                "",
                "saved" + saved.marks().listed()));
      }
    }
    return new Outcome.Shown(ConnectionsScreen.of(entries, invocation.page()));
  }

  private String role(OpenConnection open) {
    boolean source = workspace.connections().source().filter(open::equals).isPresent();
    boolean target = workspace.connections().target().filter(open::equals).isPresent();
    return source && target ? "source and target" : source ? "source" : target ? "target" : "";
  }

  private static String state(OpenConnection open) {
    if (open.isLost()) {
      return "lost";
    }
    String transaction =
        switch (open.session().transactionStatus()) {
          case IDLE -> "open";
          case OPEN -> "in a transaction";
          case FAILED -> "in a failed transaction";
        };
    return transaction + open.marks().listed();
  }
}
