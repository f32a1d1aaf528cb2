package io.linkspan.command;

import io.linkspan.check.CheckId;
import io.linkspan.check.Finding;
import io.linkspan.connection.ConnectionMarks;
import io.linkspan.connection.ConnectionSettings;
import io.linkspan.connection.Link;
import io.linkspan.connection.OpenConnection;
import io.linkspan.connection.ParsedSettings;
import io.linkspan.connection.ReachedBy;
import io.linkspan.connection.Resolved;
import io.linkspan.connection.SettingsResolver;
import io.linkspan.connection.SettingsText;
import io.linkspan.connection.TypedLinks;
import io.linkspan.pasted.Way;
import io.linkspan.pg.ErrorFields;
import io.linkspan.pg.UserException;
import io.linkspan.report.Line;
import io.linkspan.report.Style;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds or opens the connection that a pasted statement reads through. */
final class PastedSource {
  private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "::1");

  private final Workspace workspace;
  private final OpenConnection target;
  private final Questions questions;
  private final List<Line> lines = new ArrayList<>();
  private final List<Finding> findings = new ArrayList<>();

  private PastedSource(Workspace workspace, OpenConnection target, Questions questions) {
    this.workspace = workspace;
    this.target = target;
    this.questions = questions;
  }

  /**
   * What was found.
   *
   * @param lines what was connected
   * @param findings what the plan does otherwise than the statement
   */
  record Found(OpenConnection connection, List<Line> lines, List<Finding> findings) {}

  /**
   * The source.
   *
   * @throws UserException where it cannot be connected, or cannot be told
   */
  static Found of(Workspace workspace, Way way, OpenConnection target, Questions questions) {
    PastedSource source = new PastedSource(workspace, target, questions);
    OpenConnection found = source.find(way);
    return new Found(found, List.copyOf(source.lines), List.copyOf(source.findings));
  }

  /** The open connection that a name stands for: its own, or that of linkspan's link to it. */
  static Optional<OpenConnection> named(Workspace workspace, String name) {
    return workspace.connections().all().stream()
        .filter(c -> c.name().equals(name) || Link.nameFor(c.name()).equals(name))
        .findFirst();
  }

  private OpenConnection find(Way way) {
    if (way instanceof Way.Conninfo conninfo) {
      return connected(SettingsText.parse(conninfo.text()));
    }
    if (way instanceof Way.Named name) {
      return named(workspace, name.name()).orElseGet(() -> known(name.name()));
    }
    return ofRoute(
        way instanceof Way.Unnamed
            ? "the statement reads through dblink's unnamed connection"
            : "the statement computes its connection");
  }

  /** A foreign server, or a connection that was opened by hand. */
  private OpenConnection known(String name) {
    Optional<Map<String, String>> options = TypedLinks.serverOptions(target.session(), name);
    Optional<OpenConnection> same =
        options.flatMap(
            o ->
                workspace.connections().all().stream()
                    .filter(c -> c != target && serves(c, o))
                    .findFirst());
    return same.orElseGet(
        () ->
            ofRoute(
                options.isPresent()
                    ? "\"%s\" is a foreign server, and no connection is open to its database"
                        .formatted(name)
                    : "\"%s\" is no connection of linkspan's".formatted(name)));
  }

  private static boolean serves(OpenConnection connection, Map<String, String> options) {
    ConnectionSettings settings = connection.settings();
    String host = connection.reachedBy().map(ReachedBy::host).orElse(settings.host());
    return sameHost(host, options.getOrDefault("host", host))
        && settings.database().equals(options.getOrDefault("dbname", ""));
  }

  private OpenConnection ofRoute(String why) {
    Optional<OpenConnection> source =
        workspace.connections().source().filter(connection -> connection != target);
    if (source.isEmpty()) {
      throw new UserException(
          UserException.Kind.USAGE,
          ErrorFields.of(why)
              .withHint("Say what it reads from: connect NAME URI as source; then again."));
    }
    findings.add(
        Finding.warning(
            CheckId.SOURCE_ASSUMED,
            "%s; the plan reads from \"%s\", the source of the route"
                .formatted(why, source.get().name()),
            "Where it is another database: connect NAME URI as source; then again."));
    return source.get();
  }

  private OpenConnection connected(ParsedSettings said) {
    ParsedSettings complete = complete(said);
    Resolved resolved = SettingsResolver.resolve(complete, workspace.environment());
    ConnectionSettings settings = resolved.settings();
    Optional<OpenConnection> same =
        workspace.connections().all().stream()
            .filter(connection -> isSame(connection, settings, said))
            .findFirst();
    if (same.isPresent()) {
      lines.add(
          Line.of(Style.NAME, same.get().name())
              .plus(" is that database already: " + same.get().settings()));
      return same.get();
    }
    String name = freeName(settings.database());
    lines.addAll(
        new Connecting(workspace)
            .open(name, resolved, ConnectionMarks.NONE, reachedBy(said), questions));
    return workspace.connections().named(name);
  }

  /**
   * Fills in what the server that runs the statement would: a conninfo is read there. The server's
   * own environment is not known, so the target's own settings stand for it.
   */
  private ParsedSettings complete(ParsedSettings said) {
    ParsedSettings complete = said;
    boolean local = isLocal(said);
    boolean elsewhere = local && !LOOPBACK.contains(target.settings().host());
    if (said.value("service").isPresent()) {
      return complete;
    }
    if (!given(said, "host") && !given(said, "hostaddr")) {
      complete = complete.with("host", target.settings().host());
    } else if (elsewhere) {
      complete = complete.with("host", target.settings().host()).with("hostaddr", "");
    }
    if (!given(said, "port")) {
      boolean hostSaid = given(said, "host") || given(said, "hostaddr");
      complete =
          complete.with("port", hostSaid ? "5432" : String.valueOf(target.settings().port()));
    }
    if (!given(said, "user")) {
      complete = complete.with("user", target.settings().user());
    }
    if (!given(said, "dbname")) {
      complete = complete.with("dbname", complete.value("user").orElseThrow());
    }
    if (!given(said, "host") && !given(said, "hostaddr")) {
      lines.add(
          Line.of(
              Style.DIM,
              "the statement names no host, so it means the target's own server: %s, port %s"
                  .formatted(
                      complete.value("host").orElseThrow(), complete.value("port").orElseThrow())));
    } else if (elsewhere) {
      lines.add(
          Line.of(
              Style.DIM,
              "%s means the target's own machine there; from here it is %s"
                  .formatted(said.value("host").orElse("it"), target.settings().host())));
    }
    return complete;
  }

  private static boolean given(ParsedSettings said, String keyword) {
    return said.value(keyword).filter(value -> !value.isEmpty()).isPresent();
  }

  /** Whether the statement means the machine of the server that runs it. */
  private static boolean isLocal(ParsedSettings said) {
    String host = said.value("host").filter(h -> !h.isEmpty()).orElse("");
    return LOOPBACK.contains(host) || host.startsWith("/");
  }

  /** How the target reaches the source, where the shell goes another way. */
  private Optional<ReachedBy> reachedBy(ParsedSettings said) {
    if (!isLocal(said) || LOOPBACK.contains(target.settings().host())) {
      return Optional.empty();
    }
    return Optional.of(
        new ReachedBy(
            said.value("host").orElseThrow(),
            said.value("port").filter(p -> !p.isEmpty()).or(() -> Optional.of("5432")),
            Map.of()));
  }

  private static boolean isSame(
      OpenConnection connection, ConnectionSettings settings, ParsedSettings said) {
    ConnectionSettings open = connection.settings();
    boolean place = sameHost(open.host(), settings.host()) && open.port() == settings.port();
    boolean way =
        connection
            .reachedBy()
            .filter(by -> by.host().equals(said.value("host").orElse("")))
            .filter(by -> by.port().equals(said.value("port")))
            .isPresent();
    return (place || way)
        && open.database().equals(settings.database())
        && open.user().equals(settings.user());
  }

  private static boolean sameHost(String a, String b) {
    return a.equalsIgnoreCase(b) || (LOOPBACK.contains(a) && LOOPBACK.contains(b));
  }

  /** A name that {@code connect} would take, and that no connection has. */
  private String freeName(String database) {
    String plain = database.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9_-]", "_");
    String name = plain.matches("[a-z_].*") ? plain : "db_" + plain;
    String base = name.substring(0, Math.min(36, name.length()));
    List<String> taken = workspace.connections().all().stream().map(OpenConnection::name).toList();
    String free = base;
    for (int n = 2; taken.contains(free); n++) {
      free = base + "_" + n;
    }
    return free;
  }
}
