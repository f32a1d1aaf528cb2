package io.linkspan.command;

import io.linkspan.command.Usage.Group;
import io.linkspan.connection.ConnectionMarks;
import io.linkspan.connection.OpenConnection;
import io.linkspan.connection.ParsedSettings;
import io.linkspan.connection.Resolved;
import io.linkspan.connection.SavedConnection;
import io.linkspan.connection.SettingsResolver;
import io.linkspan.connection.SettingsText;
import io.linkspan.pg.ErrorFields;
import io.linkspan.pg.Literal;
import io.linkspan.pg.NearestName;
import io.linkspan.pg.UserException;
import io.linkspan.report.Line;
import java.util.List;
import java.util.Optional;

/** {@code connect}: opens and names a connection. */
final class ConnectCommand implements Command {
  private final Workspace workspace;

  ConnectCommand(Workspace workspace) {
    this.workspace = workspace;
  }

  @Override
  public Usage usage() {
    return new Usage(
        Group.CONNECTIONS,
        List.of("connect", "\\c", "\\connect"),
        List.of(
            "connect NAME [URI | CONNINFO | service=…] [as source | as target]",
            "        [read only] [production] [reached by \"host=… port=…\"]"),
        "opens and names a connection; without a URI, the saved one of that name",
        "The password comes from the URI, PGPASSWORD, the service file, .pgpass or a hidden prompt,"
            + " in libpq's order. \"reached by\" says how the target server reaches this database,"
            + " where that differs from how the shell does. \"read only\" has the server refuse every"
            + " write. \"production\" marks the prompt, and asks before run, UPDATE or DELETE without"
            + " WHERE, DROP and TRUNCATE there; see set confirm.",
        List.of(
            "connect archive postgresql://app_user@127.0.0.1:5433/user_data_archive as source",
            "connect main host=127.0.0.1 port=5434 dbname=user_data_main user=app_user as target"));
  }

  @Override
  public Outcome execute(Invocation invocation) {
    ConnectArguments arguments = ConnectArguments.parse(invocation.rest());
    Optional<OpenConnection> lost = lost(arguments);
    if (lost.isPresent()) {
      OpenConnection before = lost.orElseThrow();
      return new Outcome.Shown(
          new Connecting(workspace)
              .open(
                  before.name(),
                  new Resolved(before.settings(), List.of()),
                  arguments.marks().or(before.marks()),
                  arguments.reachedBy().or(before::reachedBy),
                  invocation.questions()));
    }
    Optional<SavedConnection> saved =
        arguments.settings().isPresent()
            ? Optional.empty()
            : Optional.of(saved(arguments.name(), invocation.word().startsWith("\\")));
    ParsedSettings explicit =
        saved
            .map(SavedConnection::settings)
            .orElseGet(() -> SettingsText.parse(arguments.settings().orElse("")));
    List<Line> lines =
        new Connecting(workspace)
            .open(
                arguments.name(),
                SettingsResolver.resolve(explicit, workspace.environment()),
                arguments
                    .marks()
                    .or(saved.map(SavedConnection::marks).orElse(ConnectionMarks.NONE)),
                arguments.reachedBy().or(() -> saved.flatMap(SavedConnection::reachedBy)),
                invocation.questions());
    boolean planned =
        workspace.plan().current().filter(plan -> plan.joins(arguments.name())).isPresent();
    if (planned || arguments.role().isPresent()) {
      // What the plan showed was for the databases that were connected then.
      workspace.plan().clear();
    }
    arguments.role().ifPresent(role -> use(arguments.name(), role));
    return new Outcome.Shown(lines);
  }

  /** The connection of that name, where it was lost and its name alone says how to open it. */
  private Optional<OpenConnection> lost(ConnectArguments arguments) {
    boolean nameAlone = arguments.settings().isEmpty() && arguments.role().isEmpty();
    return workspace.connections().all().stream()
        .filter(open -> nameAlone && open.name().equals(arguments.name()) && open.isLost())
        .filter(open -> workspace.saved().named(open.name()).isEmpty())
        .findFirst();
  }

  private void use(String name, String role) {
    if (role.equals("source")) {
      workspace.connections().useSource(name);
    } else {
      workspace.connections().useTarget(name);
    }
  }

  /** The saved connection of that name; psql's word may have meant a database of that name. */
  private SavedConnection saved(String name, boolean asPsql) {
    return workspace
        .saved()
        .named(name)
        .orElseThrow(
            () -> {
              List<String> names =
                  workspace.saved().all().stream().map(SavedConnection::name).toList();
              return new UserException(
                  UserException.Kind.USAGE,
                  ErrorFields.of("no connection is saved as \"" + name + "\"")
                      .withHint(
                          NearestName.hint(name, names).orElseGet(() -> where(name, asPsql))));
            });
  }

  private String where(String name, boolean asPsql) {
    return workspace
        .connections()
        .taking()
        .filter(open -> asPsql)
        .map(OpenConnection::settings)
        .map(
            now ->
                "The database of that name on the same server: connect %s host=%s port=%d dbname=%1$s user=%s"
                    .formatted(
                        name,
                        Literal.conninfo(now.host()),
                        now.port(),
                        Literal.conninfo(now.user())))
        .orElse("Say where it is: connect %s postgresql://user@host/database".formatted(name));
  }
}
