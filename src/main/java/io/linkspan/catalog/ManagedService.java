package io.linkspan.catalog;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A service that runs PostgreSQL for its users, told by the role that stands in there for a
 * superuser, or by the host's name. The roles are those of the services' own manuals.
 */
public enum ManagedService {
  /** Roles are in "Understanding the rds_superuser role" of the user guide. */
  RDS("Amazon RDS or Aurora", "rds_superuser"),
  /** Instances have addresses, or a name under {@code sql.goog}. */
  CLOUD_SQL("Google Cloud SQL", "cloudsqlsuperuser"),
  AZURE("Azure Database for PostgreSQL", "azure_pg_admin"),
  SUPABASE("Supabase", "supabase_admin"),
  NEON("Neon", "neon_superuser");

  private final String title;
  private final String role;

  ManagedService(String title, String role) {
    this.title = title;
    this.role = role;
  }

  /** What people call it. */
  public String title() {
    return title;
  }

  /** The role that the service gives its users in place of a superuser. */
  public String administrator() {
    return role;
  }

  /** The service that made one of those roles. */
  static Optional<ManagedService> ofRoles(Collection<String> roles) {
    return Stream.of(values()).filter(service -> roles.contains(service.role)).findFirst();
  }

  /** The service whose hosts have such names. */
  public static Optional<ManagedService> ofHost(String host) {
    String name = host.toLowerCase(Locale.ROOT);
    return Stream.of(values())
        .filter(service -> service.hosts().stream().anyMatch(name::endsWith))
        .findFirst();
  }

  /** How the names of its hosts end. */
  private List<String> hosts() {
    return switch (this) {
      case RDS -> List.of(".rds.amazonaws.com");
      case CLOUD_SQL -> List.of(".sql.goog");
      case AZURE -> List.of(".postgres.database.azure.com");
      case SUPABASE -> List.of(".supabase.co", ".supabase.com");
      case NEON -> List.of(".neon.tech");
    };
  }

  /**
   * Whether an address is that of the service's pooler: Neon puts {@code -pooler} into the first
   * part of the host's name, Supabase has its own hosts for it, and port 6543.
   */
  public static boolean isPooler(String host, int port) {
    String name = host.toLowerCase(Locale.ROOT);
    return switch (ofHost(name).map(Enum::name).orElse("")) {
      case "NEON" -> name.split("\\.", 2)[0].endsWith("-pooler");
      case "SUPABASE" -> port == 6543 || name.endsWith(".pooler.supabase.com");
      default -> false;
    };
  }
}
