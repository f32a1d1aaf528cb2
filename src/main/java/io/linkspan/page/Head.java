package io.linkspan.page;

import io.linkspan.pg.ServerVersion;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * Who made a page, when and where.
 *
 * @param who the operating system's user
 * @param zone in which moments are told
 * @param version linkspan's
 * @param servers the connections that are open
 */
public record Head(String who, Instant when, ZoneId zone, String version, List<Server> servers) {
  /**
   * A connection.
   *
   * @param role what it is of the route: {@code source}, {@code target}, or nothing
   * @param address {@code user@host:port/database}
   * @param version empty where the session was lost
   */
  public record Server(
      String name, String role, String address, Optional<ServerVersion> version, String marks) {}

  public Head {
    servers = List.copyOf(servers);
  }
}
