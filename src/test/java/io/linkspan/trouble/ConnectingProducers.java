package io.linkspan.trouble;

import io.linkspan.pg.Literal;
import io.linkspan.sandbox.Access;
import io.linkspan.sandbox.Login;
import io.linkspan.trouble.Lab.Raised;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Makes the troubles of reaching the source. */
final class ConnectingProducers {
  private static final Login WRONG = new Login("app_user", "wrong");

  private final Map<String, Producer> all = new HashMap<>();

  static Map<String, Producer> all() {
    ConnectingProducers made = new ConnectingProducers();
    made.names();
    made.strings();
    made.network();
    made.refusals();
    made.foreignServers();
    made.shell();
    return made.all;
  }

  private void names() {
    all.put(
        "connection-name-of-ordinary-role",
        lab -> lab.byTarget("SELECT * FROM dblink.dblink('archiv', 'SELECT 1') AS t(a integer)"));
    all.put(
        "password-missing",
        lab ->
            lab.byTarget("SELECT dblink.dblink_connect('host=127.0.0.1 port=1 passfile=/tmp/p')"));
    all.put("password-not-asked", ConnectingProducers::notAsked);
    all.put(
        "statement-gives-rows",
        lab -> lab.byTarget("SELECT dblink.dblink_exec(" + lab.way() + ", 'SELECT 1')"));
    all.put(
        "connection-name-unknown",
        lab ->
            lab.byTargetForRoot(
                "SELECT * FROM dblink.dblink('archiv', 'SELECT 1') AS t(a integer)"));
  }

  private static List<Raised> notAsked(Lab lab) {
    String trusted = "host all app_user 127.0.0.1/32 trust\n";
    return lab.underHba(
        trusted, () -> lab.byTarget("SELECT dblink.dblink_connect(" + lab.way() + ")"));
  }

  private void strings() {
    all.put(
        "connection-string-broken",
        lab ->
            lab.byTargetForRoot(
                "SELECT dblink.dblink_connect('c', 'host=127.0.0.1 password=a b')"));
    all.put(
        "connection-option-unknown",
        lab -> lab.byTargetForRoot("SELECT dblink.dblink_connect('c', 'hots=127.0.0.1')"));
    all.put(
        "percent-encoding-wrong",
        lab ->
            lab.byTargetForRoot(
                "SELECT dblink.dblink_connect('c', 'postgresql://u:p%zz@127.0.0.1/d')"));
    all.put(
        "service-unknown",
        lab -> lab.byTargetForRoot("SELECT dblink.dblink_connect('c', 'service=prod')"));
    all.put(
        "setting-unknown-to-source",
        lab -> lab.opening("source", lab.source().conninfo() + " options='-c no_such=1'"));
  }

  private void network() {
    all.put(
        "host-unknown-to-target",
        lab -> lab.opening("target", "host=no-such-host.invalid user=a password=b"));
    all.put(
        "source-refuses-connection",
        lab -> lab.opening("target", "host=127.0.0.1 port=1 user=a password=b"));
    all.put(
        "socket-file-missing",
        lab -> lab.opening("target", "host=/nowhere port=1 user=a password=b"));
    all.put(
        "network-unreachable",
        lab -> lab.opening("target", "host=255.255.255.255 port=1 user=a password=b"));
    all.put("source-silent", ConnectingProducers::silent);
    all.put("source-silent-without-timeout", ConnectingProducers::silentWithoutTimeout);
    all.put(
        "source-has-no-tls",
        lab -> lab.opening("target", lab.source().conninfo() + " sslmode=require"));
  }

  private static List<Raised> silent(Lab lab) {
    if (lab.major() >= 16) {
      return List.of();
    }
    try (ServerSocket mute = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      String conninfo =
          "host=127.0.0.1 user=a password=b connect_timeout=2 port=" + mute.getLocalPort();
      return lab.byTarget("SELECT dblink.dblink_connect('c', " + Literal.quoted(conninfo) + ")");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Raised> silentWithoutTimeout(Lab lab) {
    if (lab.major() < 16) {
      return List.of();
    }
    try (ServerSocket mute = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      String conninfo =
          "host=127.0.0.1 user=a password=b connect_timeout=2 port=" + mute.getLocalPort();
      List<Raised> typed =
          lab.byTarget(
              "SET statement_timeout = '3s'",
              "SELECT dblink.dblink_connect('c', " + Literal.quoted(conninfo) + ")");
      Scene link = Scene.link(Scene.End.of("archive"), Scene.End.of("main"));
      return List.of(new Raised(typed.get(0).fields(), link, "target"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void refusals() {
    all.put(
        "password-wrong",
        lab -> lab.opening("source", conninfo(lab, lab.source().name(), "app_user", "wrong")));
    all.put(
        "source-does-not-let-target-in",
        lab -> lab.underHba("", () -> root(lab, lab.source().conninfo())));
    all.put(
        "source-rejects-target",
        lab ->
            lab.underHba(
                "host all app_user 127.0.0.1/32 reject", () -> root(lab, lab.source().conninfo())));
    all.put("role-unknown-on-source", ConnectingProducers::noLogin);
    all.put(
        "database-unknown-on-source",
        lab ->
            lab.opening(
                "source",
                conninfo(lab, "nope", "app_user", lab.source().access().login().password())));
    all.put("database-closed-on-source", ConnectingProducers::closed);
    all.put("too-many-connections-on-source", ConnectingProducers::tooMany);
  }

  private static String conninfo(Lab lab, String database, String user, String password) {
    Access access = lab.source().accessForServers();
    return "host=%s port=%d dbname=%s user=%s password=%s"
        .formatted(access.host(), access.port(), database, user, Literal.conninfo(password));
  }

  private static List<Raised> root(Lab lab, String conninfo) {
    return lab.bySourceForRoot(
        "SELECT dblink.dblink_connect('c', " + Literal.quoted(conninfo) + ")");
  }

  private static List<Raised> noLogin(Lab lab) {
    String role = "sleeper_" + lab.source().name();
    lab.rootOnSource("CREATE ROLE " + role + " PASSWORD 'p'");
    try {
      return lab.opening("source", conninfo(lab, lab.source().name(), role, "p"));
    } finally {
      lab.rootOnSource("DROP ROLE " + role);
    }
  }

  private static List<Raised> closed(Lab lab) {
    String name = lab.source().name();
    lab.rootOnSource("CREATE ROLE visitor_" + name + " LOGIN PASSWORD 'p'");
    lab.rootOnSource("REVOKE CONNECT ON DATABASE " + name + " FROM PUBLIC");
    try {
      return lab.opening("source", conninfo(lab, name, "visitor_" + name, "p"));
    } finally {
      lab.rootOnSource("GRANT CONNECT ON DATABASE " + name + " TO PUBLIC");
      lab.rootOnSource("DROP ROLE visitor_" + name);
    }
  }

  private static List<Raised> tooMany(Lab lab) {
    String role = "crowd_" + lab.source().name();
    lab.rootOnSource("CREATE ROLE " + role + " LOGIN PASSWORD 'p' CONNECTION LIMIT 0");
    try {
      return lab.opening("source", conninfo(lab, lab.source().name(), role, "p"));
    } finally {
      lab.rootOnSource("DROP ROLE " + role);
    }
  }

  private void foreignServers() {
    String make = "CREATE SERVER %1$s FOREIGN DATA WRAPPER dblink_fdw; ";
    String use = "SELECT dblink.dblink_connect('c', '%1$s')";
    all.put(
        "user-mapping-missing",
        lab -> {
          lab.root((make + "GRANT USAGE ON FOREIGN SERVER %1$s TO PUBLIC").formatted("unmapped"));
          return both(
              lab.byTarget(use.formatted("unmapped")),
              lab.byTargetForRoot(use.formatted("unmapped")));
        });
    all.put(
        "foreign-server-denied",
        lab -> {
          lab.root(make.formatted("closed") + "CREATE USER MAPPING FOR PUBLIC SERVER closed");
          return lab.byTarget(use.formatted("closed"));
        });
    all.put("foreign-data-wrapper-denied", lab -> lab.byTarget(make.formatted("mine")));
    all.put(
        "foreign-server-option-wrong",
        lab ->
            lab.byTargetForRoot(
                "CREATE SERVER odd FOREIGN DATA WRAPPER dblink_fdw OPTIONS (user 'a')"));
    all.put(
        "foreign-server-has-no-handler",
        lab -> {
          lab.root(
              "CREATE SERVER bare FOREIGN DATA WRAPPER dblink_fdw;"
                  + " CREATE FOREIGN TABLE far (id integer) SERVER bare");
          return lab.byTargetForRoot("SELECT * FROM far");
        });
  }

  private void shell() {
    all.put(
        "shell-password-wrong",
        lab -> List.of(Lab.connecting(lab.target().access().as(WRONG), "")));
    all.put(
        "shell-password-missing",
        lab -> List.of(Lab.connecting(lab.target().access().as(new Login("app_user", "")), "")));
    all.put(
        "shell-not-let-in",
        lab ->
            lab.underHba(
                "", () -> List.of(Lab.connecting(lab.target().access(), "sslmode=disable"))));
    all.put(
        "shell-database-unknown",
        lab -> List.of(Lab.connecting(lab.target().access().inDatabase("nope"), "")));
    all.put(
        "shell-too-many-connections",
        lab -> {
          String role = "throng_" + lab.target().name();
          lab.root("CREATE ROLE " + role + " LOGIN PASSWORD 'p' CONNECTION LIMIT 0");
          try {
            return List.of(Lab.connecting(lab.target().access().as(new Login(role, "p")), ""));
          } finally {
            lab.root("DROP ROLE " + role);
          }
        });
    all.put(
        "shell-host-unknown",
        lab -> List.of(Lab.connecting(new Access("no-such-host.invalid", 5432, "d", WRONG), "")));
    all.put(
        "shell-connection-refused",
        lab -> List.of(Lab.connecting(new Access("127.0.0.1", 1, "d", WRONG), "")));
  }

  static List<Raised> both(List<Raised> first, List<Raised> second) {
    return Stream.concat(first.stream(), second.stream()).toList();
  }
}
