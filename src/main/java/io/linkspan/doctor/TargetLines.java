package io.linkspan.doctor;

import io.linkspan.catalog.ServerFacts;
import io.linkspan.catalog.ServerFacts.DblinkExtension;
import io.linkspan.catalog.TargetFacts;
import io.linkspan.catalog.TargetFactsReader;
import io.linkspan.check.ServiceCures;
import io.linkspan.check.TargetChecks;
import io.linkspan.pg.Identifier;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/** What is looked at on the target alone. */
final class TargetLines {
  private static final long MEGABYTE = 1024L * 1024;

  private TargetLines() {}

  static List<Observation> all(Side side) {
    TargetFacts facts = TargetFactsReader.read(side.connection().session());
    return List.of(memory(side), dblink(side, facts), names(side, facts), journal(side));
  }

  static Observation writes(Side side) {
    ServerFacts server = side.server();
    String name = side.name();
    if (server.standby()) {
      return Observation.of(
          "writes",
          "refused",
          List.of(
              Remark.coded(
                  Remark.error(
                      "target \"%s\" is a standby and takes no writes".formatted(name),
                      "The server is in recovery: it replays what its primary writes.",
                      "Connect to the primary: connect %s URI".formatted(name)),
                  "25006")));
    }
    if (!server.readOnly()) {
      return Observation.ok("writes", "a primary, read write");
    }
    return Observation.of(
        "writes",
        "refused",
        List.of(
            Remark.coded(
                Remark.error(
                    "target \"%s\" is read only".formatted(name),
                    side.connection().readOnly()
                        ? "It was connected with the words read only."
                        : "default_transaction_read_only is on for the role, the database or the server.",
                    side.connection().readOnly()
                        ? "connect %s … as target".formatted(name)
                        : "For this session: SET default_transaction_read_only = off;\nFor good: ALTER ROLE %s IN DATABASE %s SET default_transaction_read_only = off;"
                            .formatted(
                                server.role().quoted(),
                                new Identifier(server.database()).quoted())),
                "25006")));
  }

  private static Observation memory(Side side) {
    OptionalLong limit = side.server().state().tempFileLimit();
    return Observation.ok(
        "memory",
        "work_mem %s, temp_file_limit %s"
            .formatted(
                size(side.server().workMem()),
                limit.isPresent() ? size(limit.getAsLong()) : "none"));
  }

  private static String size(long bytes) {
    return bytes >= MEGABYTE ? bytes / MEGABYTE + " MB" : bytes / 1024 + " kB";
  }

  private static Observation dblink(Side side, TargetFacts facts) {
    if (side.server().dblink().isEmpty()) {
      return Observation.of("dblink", "not installed", List.of(missing(side, facts)));
    }
    DblinkExtension dblink = side.server().dblink().orElseThrow();
    return Observation.of(
        "dblink",
        "%s in schema %s%s"
            .formatted(
                facts.dblinkVersion().orElse("installed"),
                dblink.schema().quoted(),
                dblink.usable() ? "" : ", out of the role's reach"),
        Remark.of(TargetChecks.dblink(side.server(), side.name())));
  }

  private static Remark missing(Side side, TargetFacts facts) {
    String message =
        "extension \"dblink\" is not installed in database \"%s\" of target \"%s\""
            .formatted(side.server().database(), side.name());
    return facts.dblinkAvailable().isPresent()
        ? Remark.error(
            message,
            "The server has it; each database installs it for itself, and %s may do so."
                .formatted(ServiceCures.administrator(side.service())),
            ServiceCures.install(side.service()))
        : Remark.error(
            message,
            "The server does not have its files: it is not in pg_available_extensions.",
            ServiceCures.provide(side.service()));
  }

  /** What dblink would take a text of ours for. */
  private static Observation names(Side side, TargetFacts facts) {
    if (facts.misleading().isEmpty()) {
      return Observation.ok("names", "no foreign server is named like a link or a conninfo");
    }
    String names =
        facts.misleading().stream().map(Identifier::quoted).collect(Collectors.joining(", "));
    return Observation.of(
        "names",
        "%d foreign servers could be taken for something else".formatted(facts.misleading().size()),
        List.of(
            Remark.warning(
                "on \"%s\", dblink would take a connection string or link for a foreign server: %s"
                    .formatted(side.name(), names),
                "dblink looks for a foreign server of that name first. linkspan's own connection strings begin with a name that nobody knows; a statement from elsewhere may be led astray.",
                "On %s, its owner: %s"
                    .formatted(
                        side.name(),
                        facts.misleading().stream()
                            .map(server -> "ALTER SERVER " + server.quoted() + " RENAME TO …;")
                            .collect(Collectors.joining(" "))))));
  }

  private static Observation journal(Side side) {
    String found =
        switch (side.server().journal()) {
          case READY -> "in schema linkspan";
          case CAN_BE_MADE -> "schema linkspan is made by the first run";
          case NO_RIGHT -> "in schema linkspan, out of the role's reach";
          case CANNOT_BE_MADE -> "the role may not make schema linkspan";
        };
    return Observation.of(
        "journal", found, Remark.of(TargetChecks.journal(side.server(), side.name())));
  }
}
