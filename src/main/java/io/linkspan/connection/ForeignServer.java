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
      JOIN pg_catalog.pg_foreign_data_wrapper AS w
        ON w.oid OPERATOR(pg_catalog.=) s.srvfdw
       AND (w.fdwname OPERATOR(pg_catalog.=) 'dblink_fdw'::pg_catalog.name
            OR w.fdwname OPERATOR(pg_catalog.=) 'postgres_fdw'::pg_catalog.name)
      JOIN LATERAL (SELECT pg_catalog.bool_or(m.umuser OPERATOR(pg_catalog.<>) 0::pg_catalog.oid)
                           AS own
                    FROM pg_catalog.pg_user_mappings AS m
                    WHERE m.srvid OPERATOR(pg_catalog.=) s.oid
                      AND (m.umuser OPERATOR(pg_catalog.=) 0::pg_catalog.oid
                           OR m.usename OPERATOR(pg_catalog.=) current_user::pg_catalog.name)
                   ) AS mapping ON mapping.own IS NOT NULL
      WHERE pg_catalog.has_server_privilege(s.oid, 'USAGE')
        AND s.srvoptions OPERATOR(pg_catalog.@>) ?::pg_catalog.text[]
      ORDER BY mapping.own DESC, s.srvname""";

  // The same, whatever the role may do with them; and what it lacks.
  private static final String RIGHTS =
      """
      SELECT s.srvname AS name, pg_catalog.has_server_privilege(s.oid, 'USAGE') AS usable,
             (SELECT pg_catalog.count(*) FROM pg_catalog.pg_user_mappings AS m
               WHERE m.srvid OPERATOR(pg_catalog.=) s.oid
                 AND (m.umuser OPERATOR(pg_catalog.=) 0::pg_catalog.oid
                      OR m.usename OPERATOR(pg_catalog.=) current_user::pg_catalog.name))
               OPERATOR(pg_catalog.>) 0 AS mapped
      FROM pg_catalog.pg_foreign_server AS s
      JOIN pg_catalog.pg_foreign_data_wrapper AS w
        ON w.oid OPERATOR(pg_catalog.=) s.srvfdw
       AND (w.fdwname OPERATOR(pg_catalog.=) 'dblink_fdw'::pg_catalog.name
            OR w.fdwname OPERATOR(pg_catalog.=) 'postgres_fdw'::pg_catalog.name)
      WHERE s.srvoptions OPERATOR(pg_catalog.@>) ?::pg_catalog.text[]
      ORDER BY s.srvname""";

  /**
   * The foreign server whose options name the same host, port and database as the settings, if
   * there is exactly one way to go.
   */
  static Optional<ForeignServer> matching(Session target, String host, int port, String database) {
    return target
        .query(
            CANDIDATES,
            row -> new ForeignServer(new Identifier(row.text("name"))),
            options(host, port, database))
        .stream()
        .findFirst();
  }

  /** The foreign servers that lead there, with what the role may do with each. */
  static List<ServerRights> rights(Session target, String host, int port, String database) {
    return target.query(
        RIGHTS,
        row ->
            new ServerRights(
                new Identifier(row.text("name")), row.flag("usable"), row.flag("mapped")),
        options(host, port, database));
  }

  private static List<String> options(String host, int port, String database) {
    return List.of("host=" + host, "port=" + port, "dbname=" + database);
  }
}
