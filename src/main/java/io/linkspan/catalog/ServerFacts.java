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
 * @param workMem the session's {@code work_mem} in bytes
 * @param journal whether the role can keep a journal of runs in the database
 * @param state what the server lets the session have at this moment
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
    long workMem,
    JournalPlace journal,
    Optional<DblinkExtension> dblink,
    ServerState state) {

  /** Where linkspan's journal of runs stands. */
  public enum JournalPlace {
    /** Its tables are there, and the role may read and write them. */
    READY,
    /** They are not there yet, and the role may make them. */
    CAN_BE_MADE,
    /** They are there, and the role lacks a right to them. */
    NO_RIGHT,
    /** They are not there, and the role may not create a schema in the database. */
    CANNOT_BE_MADE
  }

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
