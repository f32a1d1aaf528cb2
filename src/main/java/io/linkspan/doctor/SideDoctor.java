package io.linkspan.doctor;

import static io.linkspan.doctor.Observation.REACH;

import io.linkspan.catalog.BackendFactsReader;
import io.linkspan.catalog.ServerFactsReader;
import io.linkspan.check.Finding.Severity;
import io.linkspan.connection.OpenConnection;
import io.linkspan.connection.Session;
import io.linkspan.connection.TransactionStatus;
import io.linkspan.pg.UserException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Looks at one end of the route, from the shell. */
final class SideDoctor {
  /**
   * What was found of one end.
   *
   * @param side empty where the server did not answer
   */
  record Examined(Diagnosis.Part part, Optional<Side> side) {}

  private SideDoctor() {}

  static Examined examine(OpenConnection connection, boolean target) {
    String title = "shell -> " + connection.name();
    try {
      Session session = connection.session();
      if (session.transactionStatus() == TransactionStatus.FAILED) {
        return unknown(
            title, Observation.untried(REACH, "a transaction has failed there; end it: rollback;"));
      }
      Side side = read(connection, session, target);
      List<Observation> lines = new ArrayList<>();
      lines.add(ServerLines.reach(side));
      lines.add(
          EncryptionLine.of(
              "the shell", side.name(), side.backend(), side.service(), "connect " + side.name()));
      lines.add(ServerLines.role(side));
      lines.add(target ? TargetLines.writes(side) : ServerLines.standby(side));
      lines.add(PoolerLine.ofSession(side));
      lines.add(target ? TimeoutLine.ofTarget(side) : TimeoutLine.ofSource(side));
      lines.add(ServerLines.connections(side));
      if (target) {
        lines.addAll(TargetLines.all(side));
      }
      return new Examined(new Diagnosis.Part(title, lines), Optional.of(side));
    } catch (UserException e) {
      return unknown(
          title,
          Observation.of(REACH, "not reached", List.of(new Remark(Severity.ERROR, e.fields()))));
    }
  }

  private static Examined unknown(String title, Observation only) {
    return new Examined(new Diagnosis.Part(title, List.of(only)), Optional.empty());
  }

  private static Side read(OpenConnection connection, Session session, boolean target) {
    long start = System.nanoTime();
    session.execute("SELECT 1");
    Duration roundTrip = Duration.ofNanos(System.nanoTime() - start);
    return new Side(
        connection,
        target,
        roundTrip,
        ServerFactsReader.read(session),
        BackendFactsReader.read(session));
  }
}
