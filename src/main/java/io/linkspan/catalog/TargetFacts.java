package io.linkspan.catalog;

import io.linkspan.pg.Identifier;
import java.util.List;
import java.util.Optional;

/**
 * What a target has for links, beyond {@link ServerFacts}.
 *
 * @param dblinkAvailable the version of dblink that the server could install; empty where its files
 *     are missing
 * @param dblinkVersion the version that is installed in the database
 * @param misleading foreign servers whose names dblink would take for another thing: a connection
 *     string, or a link of linkspan's
 */
public record TargetFacts(
    Optional<String> dblinkAvailable, Optional<String> dblinkVersion, List<Identifier> misleading) {
  public TargetFacts {
    misleading = List.copyOf(misleading);
  }
}
