package io.linkspan.command;

import io.linkspan.check.Planned;
import io.linkspan.connection.ConnectionSettings;
import io.linkspan.connection.Link;
import io.linkspan.connection.LinkAddress;
import io.linkspan.connection.OpenConnection;
import io.linkspan.pg.Identifier;
import io.linkspan.pg.UserException;
import io.linkspan.plan.CopyPlan;
import io.linkspan.statement.LinkScript;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/** The script of {@code plan sql}: what psql needs to do the same. */
final class PlanScript {
  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);

  private PlanScript() {}

  /** The text, without any password. */
  static String of(Workspace workspace, Planned planned) {
    CopyPlan plan = planned.plan();
    OpenConnection source = workspace.connections().named(plan.source().connection());
    OpenConnection target = workspace.connections().named(plan.target().connection());
    ConnectionSettings into = target.settings().withoutSecrets();
    String user = source.settings().user();
    LinkAddress address = LinkAddress.of(source);
    return LinkScript.of(
        plan,
        planned.statement().link(),
        new LinkScript.Way(
            server(workspace, source, target), source.linkConninfoShown(), user, Link.settings()),
        new LinkScript.Header(
            "%s@%s:%d/%s, as the target reaches it"
                .formatted(user, address.host(), address.port(), address.database()),
            into.toString(),
            into.conninfo().replaceAll("([\\\\\"$`])", "\\\\$1"),
            MOMENT.format(LocalDateTime.now(ZoneOffset.UTC)) + " UTC by linkspan " + version()));
  }

  /** A link that cannot be opened now may be opened when the script runs. */
  private static Optional<Identifier> server(
      Workspace workspace, OpenConnection source, OpenConnection target) {
    try {
      return workspace.connections().link(source, target).foreignServer();
    } catch (UserException e) {
      return Optional.empty();
    }
  }

  private static String version() {
    String version = PlanScript.class.getPackage().getImplementationVersion();
    return version == null ? "(development)" : version;
  }
}
