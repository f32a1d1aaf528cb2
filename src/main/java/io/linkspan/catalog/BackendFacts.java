package io.linkspan.catalog;

import io.linkspan.pg.Identifier;
import java.time.Duration;
import java.util.Optional;

/**
 * What the server's end of one session says of itself, asked in the session or through a link.
 *
 * @param process the process id and the moment of its start, so that no two are ever alike
 * @param age how long the process has been running
 * @param tls the protocol by which the session is encrypted, such as {@code TLSv1.3}
 * @param oneMachine whether client and server are on the same machine
 * @param role the role that acts
 * @param superuser whether that role is one
 */
public record BackendFacts(
    ServerProcess process,
    Duration age,
    Optional<String> tls,
    boolean oneMachine,
    Identifier role,
    boolean superuser,
    String encoding,
    String timeZone,
    DatabaseIdentity identity) {

  /** A server process. */
  public record ServerProcess(int id, String started) {}
}
