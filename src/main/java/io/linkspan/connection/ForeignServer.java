package io.linkspan.connection;

import io.linkspan.pg.Identifier;
import java.util.List;
import java.util.Optional;

/**
 * A foreign server that a DBA made for reaching the source, with a mapping for the current role.
 */
record ForeignServer(Identifier name) {
  private static final String CANDIDATES =
      """
      SELECT s.srvname AS name
      FROM pg_catalog.pg_foreign_server AS s
      JOIN pg_catalog.pg_foreign_data_wrapper AS w ON w.oid = s.srvfdw
      WHERE w.fdwname IN ('dblink_fdw', 'postgres_fdw')
        AND pg_catalog.has_server_privilege(s.oid, 'USAGE')
        AND EXISTS (SELECT FROM pg_catalog.pg_user_mappings AS m
                    WHERE m.srvid = s.oid AND m.usename IN (current_user, 'public'))
        AND s.srvoptions @> ?::pg_catalog.text[]
      ORDER BY EXISTS (SELECT FROM pg_catalog.pg_user_mappings AS m
                       WHERE m.srvid = s.oid AND m.usename = current_user) DESC, s.srvname""";

  /**
   * The foreign server whose options name the same host, port and database as the settings, if
   * there is exactly one way to go.
   */
  static Optional<ForeignServer> matching(Session target, String host, int port, String database) {
    return target
        .query(
            CANDIDATES,
            row -> new ForeignServer(new Identifier(row.text("name"))),
            List.of("host=" + host, "port=" + port, "dbname=" + database))
        .stream()
        .findFirst();
  }
}
