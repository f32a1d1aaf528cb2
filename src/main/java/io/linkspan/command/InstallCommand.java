package io.linkspan.command;

import io.linkspan.catalog.ManagedService;
import io.linkspan.catalog.ServerFacts;
import io.linkspan.catalog.ServerFactsReader;
import io.linkspan.check.ServiceCures;
import io.linkspan.command.Usage.Group;
import io.linkspan.connection.OpenConnection;
import io.linkspan.connection.ServerException;
import io.linkspan.pg.ErrorFields;
import io.linkspan.pg.Explanation;
import io.linkspan.pg.UserException;
import io.linkspan.report.Line;
import io.linkspan.sql.Tokens;
import io.linkspan.trouble.Scene;
import io.linkspan.trouble.Troubles;
import java.util.List;
import java.util.Optional;

/** {@code install dblink}: creates the extension on the target, in a schema of its own. */
final class InstallCommand implements Command {
  private final Workspace workspace;

  InstallCommand(Workspace workspace) {
    this.workspace = workspace;
  }

  @Override
  public Usage usage() {
    return new Usage(
        Group.CONNECTIONS,
        List.of("install"),
        List.of("install dblink"),
        "creates the extension dblink on the target, in a schema of its own",
        "In a schema where nobody else may create functions, no one can put a function in its"
            + " place. Where the role may not create extensions, the lines for the DBA are shown.",
        List.of("install dblink"));
  }

  @Override
  public Outcome execute(Invocation invocation) {
    Tokens tokens = invocation.tokens();
    tokens.expectWord("dblink");
    tokens.expectEnd();
    OpenConnection target = workspace.connections().targetOr(Optional.empty());
    ServerFacts server = ServerFactsReader.read(target.session());
    if (server.dblink().isPresent()) {
      throw UserException.usage(
          "extension \"dblink\" is installed already, in schema \"%s\" of \"%s\""
              .formatted(server.dblink().orElseThrow().schema().name(), target.name()),
          "See whether it reaches the source: ping");
    }
    return new Care(workspace)
        .before(target, "install creates the extension dblink", invocation.questions())
        .orElseGet(() -> install(target, server));
  }

  private Outcome install(OpenConnection target, ServerFacts server) {
    try {
      // One text is one transaction: either both are there or none.
      target
          .session()
          .execute("CREATE SCHEMA IF NOT EXISTS dblink; CREATE EXTENSION dblink SCHEMA dblink");
    } catch (ServerException e) {
      Optional<ManagedService> service =
          server.state().service().or(() -> ManagedService.ofHost(target.settings().host()));
      Scene scene = Scene.install(Explained.end(target));
      throw e.with(inThatService(Troubles.explained(e, scene), service));
    }
    workspace.names().refresh(target);
    return new Outcome.Shown(
        List.of(
            Line.of(
                "Extension dblink is installed on %s, in schema dblink.".formatted(target.name())),
            Line.of("Another role needs: GRANT USAGE ON SCHEMA dblink TO ROLE;")));
  }

  /** What a managed service has in place of a superuser comes first. */
  private static ErrorFields inThatService(ErrorFields fields, Optional<ManagedService> service) {
    Optional<Explanation> why = fields.explanation().filter(each -> service.isPresent());
    return why.map(
            each ->
                fields.withExplanation(
                    new Explanation(
                        each.cause(), ServiceCures.install(service) + "\n" + each.next())))
        .orElse(fields);
  }
}
