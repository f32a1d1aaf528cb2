package io.linkspan.doctor;

import io.linkspan.catalog.BackendFacts;
import io.linkspan.catalog.ManagedService;
import io.linkspan.catalog.ServerFacts;
import io.linkspan.connection.OpenConnection;
import java.time.Duration;
import java.util.Optional;

/**
 * One end of the route as its own session knows it.
 *
 * @param target whether it is the end that is written
 * @param roundTrip how long one question takes
 */
record Side(
    OpenConnection connection,
    boolean target,
    Duration roundTrip,
    ServerFacts server,
    BackendFacts backend) {

  String name() {
    return connection.name();
  }

  /** Who runs the server, told by its roles or by its host's name. */
  Optional<ManagedService> service() {
    return server.state().service().or(() -> ManagedService.ofHost(connection.settings().host()));
  }
}
