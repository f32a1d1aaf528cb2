package io.linkspan.catalog;

import io.linkspan.pg.Identifier;
import io.linkspan.pg.ServerVersion;
import java.util.List;
import java.util.Optional;

/**
 * What a server says of itself and of the session.
 *
 * @param searchPath the schemas searched, existing ones alone, without implicit ones
 * @param standby whether it is in recovery
 * @param readOnly whether the session's transactions are read only by default
 * @param mayCreateExtension whether the role is a superuser
 */
public record ServerFacts(
    ServerVersion version,
    String database,
    Identifier role,
    List<Identifier> searchPath,
    String encoding,
    String timeZone,
    boolean standby,
    boolean readOnly,
    boolean mayCreateExtension,
    boolean trackCounts,
    Optional<DblinkExtension> dblink) {

  /**
   * The extension as installed in the database.
   *
   * @param schema where its functions are
   * @param schemaOpen whether every role may create objects in that schema
   * @param usable whether the current role may use the schema and execute the functions
   */
  public record DblinkExtension(Identifier schema, boolean schemaOpen, boolean usable) {}

  public ServerFacts {
    searchPath = List.copyOf(searchPath);
  }
}
