package io.linkspan.doctor;

import io.linkspan.catalog.BackendFacts;
import io.linkspan.catalog.DatabaseIdentity;
import io.linkspan.connection.Link;
import io.linkspan.connection.LinkAddress;
import io.linkspan.connection.ServerRights;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/** What is looked at through the link. */
final class LinkLines {
  private static final String PASSWORD = "password";

  private LinkLines() {}

  /** An ordinary role needs one that the source asks for; dblink sees to it when it connects. */
  static Observation password(Side source, Side target, Link link) {
    if (link.byForeignServer()) {
      return Observation.ok(PASSWORD, "that of the user mapping");
    }
    String found =
        target.backend().superuser()
            ? "not needed: %s is a superuser".formatted(target.server().role().name())
            : "given, and the source asks for it";
    return Observation.of(PASSWORD, found, outOfReach(source, target));
  }

  /** Which half of the rule does not hold. */
  static Observation missingPassword(Side source, Side target) {
    boolean given = source.connection().settings().password().isPresent();
    return new Observation(
        Mark.FAILED,
        PASSWORD,
        given ? "given, but the source does not ask for it" : "none is known",
        outOfReach(source, target));
  }

  /** Foreign servers that lead there and that the role cannot use yet. */
  private static List<Remark> outOfReach(Side source, Side target) {
    List<Remark> findings = new ArrayList<>();
    for (ServerRights rights :
        LinkAddress.of(source.connection()).foreignServers(target.connection().session())) {
      if (!rights.usable() || !rights.mapped()) {
        findings.add(outOfReach(rights, source, target));
      }
    }
    return findings;
  }

  private static Remark outOfReach(ServerRights rights, Side source, Side target) {
    String server = rights.server().quoted();
    String role = target.server().role().quoted();
    List<String> lines = new ArrayList<>();
    if (!rights.usable()) {
      lines.add("GRANT USAGE ON FOREIGN SERVER %s TO %s;".formatted(server, role));
    }
    if (!rights.mapped()) {
      lines.add(
          "CREATE USER MAPPING FOR %s SERVER %s OPTIONS (user '…', password '…');"
              .formatted(role, server));
    }
    return Remark.note(
        "foreign server %s leads to \"%s\", and is not used".formatted(server, source.name()),
        !rights.usable()
            ? "Role %s lacks USAGE on it.".formatted(role)
            : "Role %s has no user mapping there.".formatted(role),
        "On %s, its owner: %s".formatted(target.name(), String.join(" ", lines)));
  }

  static Observation role(Side source, BackendFacts far) {
    String found = ServerLines.role(far.role().name(), far.superuser());
    if (!far.superuser()) {
      return Observation.ok("role", found);
    }
    return Observation.of(
        "role",
        found,
        List.of(
            Remark.note(
                "the link acts as a superuser on \"%s\"".formatted(source.name()),
                "The link is read only by a setting, which a superuser is not held to.",
                "connect %s … as a role that may only read".formatted(source.name()))));
  }

  static Observation texts(BackendFacts far, Side target) {
    String from = far.encoding();
    String to = target.server().encoding();
    String zone = target.server().timeZone();
    List<Remark> findings = new ArrayList<>(encodings(from, to));
    String zones = "time zone " + zone;
    if (!sameZone(far.timeZone(), zone)) {
      zones = "time zones %s and %s".formatted(far.timeZone(), zone);
      findings.add(
          Remark.note(
              "the sessions have time zones %s and %s".formatted(far.timeZone(), zone),
              "timestamp with time zone keeps its moment. Where it is turned into another type, the side that does it uses its own time zone.",
              "map COLUMN = COLUMN at time zone 'UTC'"));
    }
    return Observation.of(
        "texts", (from.equals(to) ? from : from + " to " + to) + ", " + zones, findings);
  }

  /** A zone has several names, and a server may know one that Java does not. */
  private static boolean sameZone(String one, String other) {
    try {
      return ZoneId.of(one).getRules().equals(ZoneId.of(other).getRules());
    } catch (DateTimeException e) {
      return one.equals(other);
    }
  }

  /** Every encoding has its characters in UTF8; nothing is known of what SQL_ASCII holds. */
  static List<Remark> encodings(String from, String to) {
    if (from.equals(to) || (to.equals("UTF8") && !from.equals("SQL_ASCII"))) {
      return List.of();
    }
    if (from.equals("SQL_ASCII")) {
      return List.of(
          Remark.warning(
              "texts of the source are in no known encoding",
              "SQL_ASCII holds bytes; those that are not valid %s end the copy (SQLSTATE 22021)."
                  .formatted(to),
              "Try it: run dry"));
    }
    return List.of(
        to.equals("SQL_ASCII")
            ? Remark.warning(
                "the target keeps texts as bytes of no known encoding",
                "SQL_ASCII takes the bytes of %s as they come.".formatted(from),
                "Copy into a database of encoding %s.".formatted(from))
            : Remark.warning(
                "the target's encoding %s does not have every character of %s".formatted(to, from),
                "A character that it lacks ends the copy (SQLSTATE 22P05).",
                "Leave such rows out with where, or copy into a database of encoding UTF8."));
  }

  static Observation databases(Side source, Side target, BackendFacts far) {
    DatabaseIdentity seen = source.backend().identity();
    DatabaseIdentity reached = far.identity();
    if (!seen.equals(reached)) {
      return Observation.of(
          "databases",
          "the target reaches another one than the shell",
          List.of(
              Remark.error(
                  "\"%s\" is another database for the target than for the shell"
                      .formatted(source.name()),
                  "The plan is made from what the shell sees, and the copy would read elsewhere. Server start, port or database differ.",
                  "Say how the target reaches it: connect %s … reached by \"host=… port=…\""
                      .formatted(source.name()))));
    }
    if (!reached.equals(target.backend().identity())) {
      return Observation.ok("databases", "two different ones");
    }
    return Observation.of(
        "databases",
        "one, under two names",
        source.name().equals(target.name())
            ? List.of()
            : List.of(
                Remark.note(
                    "\"%s\" and \"%s\" are one database".formatted(source.name(), target.name()),
                    "A copy into a table that it reads would wait for its own lock under truncate (SQLSTATE 55P03).",
                    "truncate off")));
  }
}
