package io.linkspan.command;

import io.linkspan.connection.ConnectionMarks;
import io.linkspan.connection.ConnectionSettings;
import io.linkspan.connection.HostPort;
import io.linkspan.connection.OpenConnection;
import io.linkspan.connection.Secret;
import io.linkspan.connection.SqlScripts;
import io.linkspan.lesson.End;
import io.linkspan.report.Line;
import io.linkspan.report.Quantity;
import io.linkspan.report.Style;
import io.linkspan.sandbox.Access;
import io.linkspan.sandbox.Sandbox;
import io.linkspan.sandbox.SandboxDirectory;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The sandbox's servers, connected as {@code archive} and {@code main}. */
final class EmbeddedSandbox implements RunningSandbox {
  private final Workspace workspace;
  private final Sandbox sandbox;

  private EmbeddedSandbox(Workspace workspace, Sandbox sandbox) {
    this.workspace = workspace;
    this.sandbox = sandbox;
  }

  static EmbeddedSandbox start(Workspace workspace) {
    return new EmbeddedSandbox(
        workspace,
        Sandbox.start(
            SandboxDirectory.standard(workspace.environment().variables()),
            EmbeddedSandbox::runSql));
  }

  private static void runSql(Access access, String sql) {
    SqlScripts.run(
        access.host(),
        access.port(),
        access.database(),
        access.login().user(),
        new Secret(access.login().password()),
        sql);
  }

  @Override
  public Outcome connect() {
    open("archive", sandbox.archive());
    open("main", sandbox.main());
    workspace.connections().useSource("archive");
    workspace.connections().useTarget("main");
    workspace.plan().clear();
    return new Outcome.Shown(
        List.of(
            line("archive", sandbox.archive(), "the source"),
            line("main", sandbox.main(), "the target")));
  }

  private void open(String name, Access access) {
    ConnectionSettings settings =
        new ConnectionSettings(
            List.of(new HostPort(access.host(), access.port())),
            access.database(),
            access.login().user(),
            Optional.of(new Secret(access.login().password())),
            Map.of());
    OpenConnection opened =
        OpenConnection.open(name, settings, ConnectionMarks.NONE, Optional.empty());
    workspace.connections().add(opened);
    workspace.names().forget(opened.name());
    workspace.names().refresh(opened);
  }

  private static Line line(String name, Access access, String role) {
    return Line.of(Style.NAME, "%-8s".formatted(name))
        .plus(
            "%s: database %s at %s:%d"
                .formatted(role, access.database(), access.host(), access.port()));
  }

  @Override
  public boolean leadsHere(OpenConnection connection) {
    return List.of(sandbox.archive(), sandbox.main()).stream()
        .anyMatch(
            own ->
                connection
                    .settings()
                    .hosts()
                    .equals(List.of(new HostPort(own.host(), own.port()))));
  }

  @Override
  public boolean isNew() {
    return sandbox.isNew();
  }

  @Override
  public void setUp(End end, boolean superuser, String sql) {
    Access owner = end == End.ARCHIVE ? sandbox.archive() : sandbox.main();
    Access above = end == End.ARCHIVE ? sandbox.archiveSuperuser() : sandbox.mainSuperuser();
    // A lock that the learner's own transaction holds must not stop the shell for good.
    runSql(superuser ? above : owner, "SET lock_timeout = '5s';\n" + sql);
  }

  @Override
  public Outcome fresh() {
    return sandbox.isNew() ? Outcome.nothing() : reset();
  }

  @Override
  public Outcome reset() {
    workspace.connections().closeLink();
    for (String name : List.of("archive", "main")) {
      if (workspace.connections().all().stream().anyMatch(c -> c.name().equals(name))) {
        workspace.connections().close(name);
      }
    }
    sandbox.reset();
    return connect();
  }

  @Override
  public Outcome events(long rows) {
    sandbox.fillEvents(rows);
    return Outcome.line(
        "Table events has %s on archive and is empty on main."
            .formatted(Quantity.count(rows, "row")));
  }

  @Override
  public void close() {
    sandbox.close();
  }
}
