package io.linkspan.doctor;

import io.linkspan.catalog.BackendFacts;
import io.linkspan.catalog.ManagedService;
import java.util.List;
import java.util.Optional;

/** Whether a session is encrypted, as the server's end knows it. */
final class EncryptionLine {
  private static final String WHAT = "encryption";

  private EncryptionLine() {}

  /**
   * The line.
   *
   * @param client who opened the session
   * @param how the command that opens it otherwise
   */
  static Observation of(
      String client,
      String server,
      BackendFacts backend,
      Optional<ManagedService> service,
      String how) {
    if (backend.tls().isPresent()) {
      return Observation.ok(WHAT, backend.tls().orElseThrow());
    }
    if (backend.oneMachine()) {
      return Observation.ok(WHAT, "none; both ends are on one machine");
    }
    return Observation.of(
        WHAT,
        "none",
        List.of(
            Remark.warning(
                "the connection from %s to \"%s\" is not encrypted".formatted(client, server),
                "Whoever is on the network between them reads the rows.",
                "%s … sslmode=%s"
                    .formatted(how, service.isPresent() ? "require" : "verify-full"))));
  }
}
