package io.linkspan.doctor;

import io.linkspan.catalog.BackendFacts;
import io.linkspan.catalog.BackendFactsReader;
import io.linkspan.catalog.ManagedService;
import io.linkspan.check.ServiceCures;
import io.linkspan.connection.ConnectionSettings;
import io.linkspan.connection.Link;
import io.linkspan.connection.OpenConnection;
import io.linkspan.connection.ServerException;
import io.linkspan.connection.TransactionStatus;
import io.linkspan.pg.UserException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Whether a pooler answers in a server's place, and whether it gives one server process to several
 * sessions at a time, so that settings, links and snapshots do not stay where they were made.
 */
final class PoolerLine {
  private static final String WHAT = "pooler";

  /** How much older than the link its process may seem by the clocks' resolution. */
  private static final Duration SLACK = Duration.ofSeconds(2);

  private PoolerLine() {}

  /** What is told of a pooler. */
  enum Pooling {
    NONE,
    /** One server process for each session, as long as the session lasts. */
    OF_SESSIONS,
    /** One server process for each transaction. */
    OF_TRANSACTIONS,
    /** There is one; what it does could not be told. */
    UNKNOWN
  }

  /**
   * Between the shell and the server. At the login the server names the process that will serve the
   * session (manual, "BackendKeyData"); a pooler names one of its own invention.
   */
  static Observation ofSession(Side side) {
    ConnectionSettings settings = side.connection().settings();
    boolean named = ManagedService.isPooler(settings.host(), settings.port());
    Pooling pooling = pooling(side);
    if (named && pooling != Pooling.OF_TRANSACTIONS) {
      pooling =
          settings.port() == 5432 && !neon(side) ? Pooling.OF_SESSIONS : Pooling.OF_TRANSACTIONS;
    }
    return Observation.of(
        WHAT, text(pooling), findings(pooling, side.target(), side.name(), side.service()));
  }

  private static boolean neon(Side side) {
    return side.service().filter(ManagedService.NEON::equals).isPresent();
  }

  private static Pooling pooling(Side side) {
    OpenConnection connection = side.connection();
    BackendFacts.ServerProcess serving = side.backend().process();
    if (connection.session().backendPid() == serving.id()) {
      return Pooling.NONE;
    }
    if (connection.session().transactionStatus() != TransactionStatus.IDLE) {
      return Pooling.UNKNOWN;
    }
    try {
      BackendFacts.ServerProcess second =
          connection.inBackground(session -> BackendFactsReader.read(session).process());
      BackendFacts.ServerProcess again = BackendFactsReader.read(connection.session()).process();
      return second.equals(serving) || !again.equals(serving)
          ? Pooling.OF_TRANSACTIONS
          : Pooling.OF_SESSIONS;
    } catch (ServerException e) {
      // The pooler lets nobody else in at the moment.
      return Pooling.UNKNOWN;
    }
  }

  /**
   * Between the target and the source. A process that has served another link, or that is older
   * than the link it serves, is a pooler's.
   *
   * @param first what served the first link, which is closed
   * @param now what serves the link that is open
   * @param age how long the link has been open
   */
  static Pooling ofLink(
      BackendFacts first,
      BackendFacts now,
      Duration age,
      OpenConnection source,
      OpenConnection to) {
    boolean older = now.age().compareTo(age.plus(SLACK)) > 0;
    if (!first.process().equals(now.process()) && !older) {
      return Pooling.NONE;
    }
    try {
      return to.inBackground(
              session -> {
                session.execute("SET statement_timeout = '10s'");
                try (Link second = Link.open(source, to, session)) {
                  return BackendFactsReader.read(second).process().equals(now.process());
                }
              })
          ? Pooling.OF_TRANSACTIONS
          : Pooling.OF_SESSIONS;
    } catch (UserException e) {
      return Pooling.UNKNOWN;
    }
  }

  static Observation link(Pooling pooling, String source, Optional<ManagedService> service) {
    if (pooling == Pooling.UNKNOWN) {
      return Observation.of(
          WHAT,
          text(pooling),
          List.of(
              Remark.note(
                  "the pooler before \"%s\" lets no second link in".formatted(source),
                  "Its pool may be used up; workers of a run would wait for one another.",
                  "workers 1\nOr go past it: " + ServiceCures.direct(service, source))));
    }
    if (pooling != Pooling.OF_TRANSACTIONS) {
      return Observation.ok(WHAT, text(pooling));
    }
    return Observation.of(
        WHAT,
        text(pooling),
        List.of(
            Remark.error(
                "the pooler before \"%s\" gives one server process to several links"
                    .formatted(source),
                "In transaction mode no setting and no snapshot stays with the link: it may write, and read another moment than it should.",
                ServiceCures.direct(service, source)
                    + "\nOr for the target alone: connect %s … reached by \"host=… port=…\""
                        .formatted(source))));
  }

  static String text(Pooling pooling) {
    return switch (pooling) {
      case NONE -> "none";
      case OF_SESSIONS -> "one that keeps a server process for each session";
      case OF_TRANSACTIONS -> "one that shares server processes (transaction mode)";
      case UNKNOWN -> "one whose mode could not be told";
    };
  }

  static List<Remark> findings(
      Pooling pooling, boolean target, String name, Optional<ManagedService> service) {
    String direct = ServiceCures.direct(service, name);
    return switch (pooling) {
      case NONE, OF_SESSIONS -> List.of();
      case OF_TRANSACTIONS ->
          List.of(
              target
                  ? Remark.error(
                      "the pooler before \"%s\" gives one server process to several sessions"
                          .formatted(name),
                      "In transaction mode a link and the settings of a session do not stay with it.",
                      direct)
                  : Remark.warning(
                      "the pooler before \"%s\" gives one server process to several sessions"
                          .formatted(name),
                      "In transaction mode settings such as read only do not stay with the session.",
                      direct));
      case UNKNOWN ->
          List.of(
              Remark.note(
                  "a pooler answers in the place of \"%s\"".formatted(name),
                  "It is not told whether it keeps a server process for each session.",
                  direct));
    };
  }
}
