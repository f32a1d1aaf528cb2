package io.linkspan.catalog;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What a server lets the session have at this moment.
 *
 * @param timeouts those that are on
 * @param tempFileLimit bytes that the session may put into temporary files; empty is no limit
 * @param room how many more sessions the role can open
 * @param service who runs the server, where it is a managed one
 */
public record ServerState(
    List<Timeout> timeouts,
    OptionalLong tempFileLimit,
    ConnectionRoom room,
    DatabaseIdentity identity,
    Optional<ManagedService> service) {

  public ServerState {
    timeouts = List.copyOf(timeouts);
  }

  /** The timeout of that name, where it is on. */
  public Optional<Timeout> timeout(String name) {
    return timeouts.stream().filter(timeout -> timeout.name().equals(name)).findFirst();
  }
}
