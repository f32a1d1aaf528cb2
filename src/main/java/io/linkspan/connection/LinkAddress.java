package io.linkspan.connection;

import java.util.List;
import java.util.Optional;

/** Where the target looks for the source's database. */
public record LinkAddress(String host, int port, String database) {
  /** The source's address as the target sees it. */
  public static LinkAddress of(OpenConnection source) {
    ConnectionSettings settings = source.settings();
    return new LinkAddress(
        source.reachedBy().map(ReachedBy::host).orElse(settings.host()),
        source
            .reachedBy()
            .flatMap(ReachedBy::port)
            .filter(text -> text.matches("\\d{1,5}"))
            .map(Integer::valueOf)
            .orElse(settings.port()),
        source
            .reachedBy()
            .flatMap(way -> Optional.ofNullable(way.others().get("dbname")))
            .orElse(settings.database()));
  }

  /** The target's foreign servers that lead there, with what the role may do with each. */
  public List<ServerRights> foreignServers(Session target) {
    return ForeignServer.rights(target, host, port, database);
  }
}
