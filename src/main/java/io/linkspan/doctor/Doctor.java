package io.linkspan.doctor;

import io.linkspan.connection.OpenConnection;
import io.linkspan.connection.OpenConnections;
import io.linkspan.connection.TransactionStatus;
import io.linkspan.pg.UserException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Looks at both ends of the route and at the way between them, as far as they are there. */
public final class Doctor {
  private final OpenConnections connections;

  public Doctor(OpenConnections connections) {
    this.connections = connections;
  }

  /**
   * What is found. The link is opened anew and stays open where it is reached.
   *
   * @throws UserException where no connection is open
   */
  public Diagnosis examine() {
    Optional<OpenConnection> source = connections.source();
    Optional<OpenConnection> target = connections.target();
    if (source.isEmpty() && target.isEmpty()) {
      return withoutRoute(connections.current());
    }
    closeLink(target);
    List<Diagnosis.Part> parts = new ArrayList<>();
    Optional<Side> from = examined(source, false, parts);
    Optional<Side> to = examined(target, true, parts);
    if (source.isPresent() && target.isPresent()) {
      if (from.isPresent() && to.isPresent()) {
        parts.add(new LinkDoctor(connections, from.orElseThrow(), to.orElseThrow()).examine());
      }
      return new Diagnosis(parts, true);
    }
    parts.add(source.isEmpty() ? missing("source") : missing("target"));
    return new Diagnosis(parts, false);
  }

  /** What the link takes up of the servers is not to be counted; a transaction may be using it. */
  private void closeLink(Optional<OpenConnection> target) {
    boolean idle =
        target
            .filter(t -> !t.isLost())
            .filter(t -> t.session().transactionStatus() == TransactionStatus.IDLE)
            .isPresent();
    if (idle) {
      connections.closeLink();
    }
  }

  private static Optional<Side> examined(
      Optional<OpenConnection> connection, boolean target, List<Diagnosis.Part> parts) {
    return connection.flatMap(
        open -> {
          SideDoctor.Examined examined = SideDoctor.examine(open, target);
          parts.add(examined.part());
          return examined.side();
        });
  }

  private Diagnosis withoutRoute(OpenConnection current) {
    List<Diagnosis.Part> parts = new ArrayList<>();
    parts.add(SideDoctor.examine(current, false).part());
    parts.add(
        new Diagnosis.Part(
            "route",
            List.of(
                Observation.of(
                    "ends",
                    "not set",
                    List.of(
                        Remark.error(
                            "no route is set",
                            "A copy has a source and a target, each a connection with a name.",
                            connections.all().size() > 1
                                ? "use SOURCE -> TARGET"
                                : "connect NAME URI as target\nThen: use %s -> NAME"
                                    .formatted(current.name())))))));
    return new Diagnosis(parts, false);
  }

  private Diagnosis.Part missing(String end) {
    return new Diagnosis.Part(
        "route",
        List.of(
            Observation.of(
                end,
                "not set",
                List.of(
                    Remark.error(
                        "the route has no %s".formatted(end),
                        "A copy has a source and a target, each a connection with a name.",
                        "connect NAME URI as %s".formatted(end))))));
  }
}
