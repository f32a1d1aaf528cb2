package io.linkspan.command;

import io.linkspan.connection.ConnectionMarks;
import io.linkspan.connection.ConnectionSettings;
import io.linkspan.connection.OpenConnection;
import io.linkspan.connection.ReachedBy;
import io.linkspan.connection.Resolved;
import io.linkspan.connection.Secret;
import io.linkspan.connection.ServerException;
import io.linkspan.pg.UserException;
import io.linkspan.report.Line;
import io.linkspan.report.Style;
import io.linkspan.trouble.Scene;
import io.linkspan.trouble.Troubles;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Opens connections for the commands that do so, asking for a password where one is wanted. */
final class Connecting {
  /** A longer text to type is no help. */
  private static final int LONG = 100;

  private final Workspace workspace;

  Connecting(Workspace workspace) {
    this.workspace = workspace;
  }

  /** Opens the connection, names it, and gives the lines that tell of it. */
  List<Line> open(
      String name,
      Resolved resolved,
      ConnectionMarks marks,
      Optional<ReachedBy> reachedBy,
      Questions questions) {
    List<Line> lines = new ArrayList<>();
    resolved.warnings().forEach(w -> lines.add(Line.of(Style.WARNING, "WARNING: " + w)));
    OpenConnection opened;
    try {
      opened = open(name, resolved.settings(), marks, reachedBy, questions);
    } catch (ServerException e) {
      ServerException told =
          e.with(Troubles.explained(e, Scene.shell(name, again(name, resolved.settings()))));
      throw resolved.warnings().isEmpty() ? told : warned(told, name, resolved.warnings());
    }
    workspace.connections().add(opened);
    workspace.names().forget(opened.name());
    workspace.names().refresh(opened);
    lines.add(
        Line.of(Style.NAME, name)
            .plus(
                " is %s, PostgreSQL %s%s"
                    .formatted(opened.settings(), opened.session().version(), marks.listed())));
    return lines;
  }

  /** What the user would type to be asked for a password, whatever the connection came from. */
  private String again(String name, ConnectionSettings settings) {
    if (saved(name)) {
      return "connect " + name;
    }
    String typed = "connect %s %s".formatted(name, settings.typed());
    return typed.length() <= LONG
        ? typed
        : "connect %s postgresql://user@host/database".formatted(name);
  }

  private boolean saved(String name) {
    try {
      return workspace.saved().named(name).isPresent();
    } catch (UserException e) {
      // A file that cannot be read is no matter of this connection.
      return false;
    }
  }

  /** An error whose cause may be what was passed over, such as a password file. */
  private static UserException warned(ServerException e, String name, List<String> warnings) {
    String message = "could not connect \"%s\": %s".formatted(name, e.fields().message());
    String detail = "Passed over: " + String.join("; ", warnings);
    return new UserException(e.kind(), e.fields().withMessage(message).withDetail(detail), e);
  }

  private OpenConnection open(
      String name,
      ConnectionSettings settings,
      ConnectionMarks marks,
      Optional<ReachedBy> reachedBy,
      Questions questions) {
    try {
      return reached(name, settings, marks, reachedBy);
    } catch (ServerException e) {
      if (settings.password().isPresent() || !wantsPassword(e)) {
        throw e;
      }
      String typed = questions.secret(question(name, settings)).orElseThrow(() -> e);
      return reached(name, settings.withPassword(new Secret(typed)), marks, reachedBy);
    }
  }

  /** Which of several passwords is wanted. */
  private static String question(String name, ConnectionSettings settings) {
    return "Password for role \"%s\" of \"%s\" (%s): "
        .formatted(settings.user(), name, settings.place());
  }

  /** A host that does not answer is given up at Ctrl-C. */
  private OpenConnection reached(
      String name,
      ConnectionSettings settings,
      ConnectionMarks marks,
      Optional<ReachedBy> reachedBy) {
    return Awaited.of(
        workspace,
        "connect-" + name,
        () -> OpenConnection.open(name, settings, marks, reachedBy),
        OpenConnection::close);
  }

  /** The driver says 08004 where the server asks for a password and there is none. */
  private static boolean wantsPassword(ServerException e) {
    String code = e.sqlState().code();
    return code.equals("08004") || code.equals("28P01") || code.equals("28000");
  }
}
