package io.linkspan.check;

import io.linkspan.catalog.ManagedService;
import java.util.Optional;

/**
 * What a managed service has in place of a superuser, of pg_hba.conf and of a package manager;
 * docs/managed-services.md names the manuals.
 */
public final class ServiceCures {
  private ServiceCures() {}

  /** Who gives rights there: a superuser, or who stands in for one. */
  public static String administrator(Optional<ManagedService> service) {
    return service.map(s -> "a member of " + s.administrator()).orElse("a superuser");
  }

  /** How a database there gets the extension dblink. */
  public static String install(Optional<ManagedService> service) {
    if (service.isEmpty()) {
      return "install dblink";
    }
    return switch (service.orElseThrow()) {
      case RDS, CLOUD_SQL, NEON -> "install dblink\nas %s".formatted(administrator(service));
      case AZURE ->
          "Server parameters in the portal: add DBLINK to azure.extensions. Then, as %s:\ninstall dblink"
              .formatted(administrator(service));
      case SUPABASE -> "Database, Extensions in the dashboard: turn on dblink";
    };
  }

  /** How a server gets the files of the extension. */
  public static String provide(Optional<ManagedService> service) {
    return service.isPresent()
        ? install(service)
        : "Its administrator installs the package with the contrib modules, such as postgresql-contrib.\nThen: install dblink";
  }

  /** What lets another server reach a database there. */
  public static String reach(ManagedService service) {
    return switch (service) {
      case RDS ->
          "Its security group lets the target's address in; both are in one VPC, or their VPCs are joined.";
      case CLOUD_SQL ->
          "Both instances are in one VPC network; within one instance use its address from the console, not localhost.";
      case AZURE ->
          "The target's network lets the connection out, and the firewall of the source lets it in.";
      case SUPABASE ->
          "The direct host has an IPv6 address alone; a target without IPv6 uses the session pooler on port 5432.";
      case NEON ->
          "Use the direct endpoint, whose host has no -pooler in its name, with sslmode=require.";
    };
  }

  /** Where a session of one's own is to be had, in place of a pooler's. */
  public static String direct(Optional<ManagedService> service, String connection) {
    String again = "connect %s … with host and port of the server itself".formatted(connection);
    if (service.isEmpty()) {
      return again;
    }
    return switch (service.orElseThrow()) {
      case NEON -> "connect %s … with the host's name without -pooler".formatted(connection);
      case SUPABASE ->
          "connect %s … with the direct host, or the session pooler on port 5432"
              .formatted(connection);
      default -> again;
    };
  }
}
