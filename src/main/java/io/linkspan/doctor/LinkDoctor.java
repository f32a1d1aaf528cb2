package io.linkspan.doctor;

import static io.linkspan.doctor.Observation.REACH;

import io.linkspan.catalog.BackendFacts;
import io.linkspan.catalog.BackendFactsReader;
import io.linkspan.catalog.ServerFacts.DblinkExtension;
import io.linkspan.check.LinkTrouble;
import io.linkspan.check.ServiceCures;
import io.linkspan.connection.Link;
import io.linkspan.connection.OpenConnections;
import io.linkspan.connection.TransactionStatus;
import io.linkspan.pg.SqlState;
import io.linkspan.pg.UserException;
import io.linkspan.trouble.Scene;
import io.linkspan.trouble.Scene.End;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Looks at the way from the target's server to the source's: the one that a copy takes. */
final class LinkDoctor {
  private final OpenConnections connections;
  private final Side source;
  private final Side target;

  LinkDoctor(OpenConnections connections, Side source, Side target) {
    this.connections = connections;
    this.source = source;
    this.target = target;
  }

  Diagnosis.Part examine() {
    return new Diagnosis.Part(target.name() + " -> " + source.name(), observations());
  }

  private List<Observation> observations() {
    Optional<String> reason = notTried();
    if (reason.isPresent()) {
      return List.of(Observation.untried(REACH, reason.orElseThrow()));
    }
    connections.closeLink();
    try {
      return reached();
    } catch (UserException e) {
      return notReached(e);
    }
  }

  private Optional<String> notTried() {
    if (target.connection().session().transactionStatus() != TransactionStatus.IDLE) {
      return Optional.of("a transaction is open on " + target.name());
    }
    Optional<DblinkExtension> dblink = target.server().dblink();
    if (dblink.isEmpty()) {
      return Optional.of("dblink is not installed on " + target.name());
    }
    return dblink.filter(DblinkExtension::usable).isPresent()
        ? Optional.empty()
        : Optional.of("the role may not use dblink on " + target.name());
  }

  private List<Observation> reached() {
    Link first = connections.link(source.connection(), target.connection());
    BackendFacts before = BackendFactsReader.read(first);
    connections.closeLink();
    long start = System.nanoTime();
    Link link = connections.link(source.connection(), target.connection());
    Duration time = Duration.ofNanos(System.nanoTime() - start);
    BackendFacts far = BackendFactsReader.read(link);
    PoolerLine.Pooling pooling =
        PoolerLine.ofLink(
            before,
            far,
            Duration.ofNanos(System.nanoTime() - start),
            source.connection(),
            target.connection());
    List<Observation> lines =
        List.of(
            Observation.ok(
                REACH,
                "through dblink to %s, PostgreSQL %s, in %s"
                    .formatted(link.way(), link.sourceVersion(), ServerLines.time(time))),
            LinkLines.password(source, target, link),
            EncryptionLine.of(
                target.name(), source.name(), far, source.service(), "connect " + source.name()),
            LinkLines.role(source, far),
            Observation.ok("settings", "read only, ISO dates and exact floats are kept"),
            PoolerLine.link(pooling, source.name(), source.service()),
            LinkLines.texts(far, target),
            LinkLines.databases(source, target, far));
    if (pooling == PoolerLine.Pooling.OF_TRANSACTIONS) {
      // The pooler gives its process to others next, with the settings that the link has made.
      link.execute("RESET ALL");
      connections.closeLink();
    }
    return lines;
  }

  private static End end(Side side) {
    return new End(side.name(), Optional.of(side.server().role()));
  }

  private List<Observation> notReached(UserException e) {
    List<Remark> findings = new ArrayList<>();
    findings.add(Remark.of(LinkTrouble.explain(e, Scene.link(end(source), end(target)))));
    boolean password = e.fields().sqlState().filter(SqlState.PASSWORD_REQUIRED::equals).isPresent();
    if (!password) {
      source
          .service()
          .ifPresent(
              service ->
                  findings.add(
                      Remark.note(
                          "\"%s\" is on %s".formatted(source.name(), service.title()),
                          "The service has its own rules for who reaches a database.",
                          ServiceCures.reach(service))));
    }
    List<Observation> observations = new ArrayList<>();
    observations.add(Observation.of(REACH, "not reached", findings));
    if (password) {
      observations.add(LinkLines.missingPassword(source, target));
    }
    return observations;
  }
}
