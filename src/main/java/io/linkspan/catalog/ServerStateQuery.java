package io.linkspan.catalog;

import io.linkspan.connection.Row;
import io.linkspan.pg.Identifier;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/** The part of a query's select list that tells a server's state, and how its row is read. */
final class ServerStateQuery {
  /** What ends a statement, a transaction or a session that takes its time. */
  private static final String TIMEOUTS =
      "array['statement_timeout', 'transaction_timeout', 'lock_timeout',"
          + " 'idle_in_transaction_session_timeout', 'idle_session_timeout']";

  // Of the sessions of others an ordinary role sees no more than role and database (src/backend/
  // utils/adt/pgstatfuncs.c); those of autovacuum have no role.
  private static final String SESSIONS =
      """
      (select pg_catalog.count(*) from pg_catalog.pg_stat_activity a
        where a.usesysid is not null and a.datid is not null
          and coalesce(a.backend_type, 'client backend') = 'client backend'""";

  // src/backend/utils/init/postinit.c: limits of role and database do not hold for superusers.
  static final String COLUMNS =
      """
      (select pg_catalog.array_agg(pg_catalog.concat_ws('|',
                g.name, g.setting, g.reset_val, g.source))
         from pg_catalog.pg_settings g
        where g.name = any (%1$s)
          and (g.setting <> '0' or g.reset_val <> '0')) as timeouts,
      (select cast(g.setting as pg_catalog.int8) from pg_catalog.pg_settings g
        where g.name = 'temp_file_limit') as temp_file_limit,
      cast(pg_catalog.current_setting('max_connections') as pg_catalog.int8)
        as max_connections,
      cast(pg_catalog.current_setting('superuser_reserved_connections') as pg_catalog.int8)
        + cast(coalesce(pg_catalog.current_setting('reserved_connections', true), '0')
             as pg_catalog.int8) as reserved_connections,
      (select l.rolsuper from pg_catalog.pg_roles l where l.rolname = session_user)
        as login_superuser,
      session_user as login_role,
      (select l.rolconnlimit from pg_catalog.pg_roles l where l.rolname = session_user)
        as role_limit,
      (select d.datconnlimit from pg_catalog.pg_database d
        where d.datname = pg_catalog.current_database()) as database_limit,
      %2$s) as sessions,
      %2$s and a.usename = session_user) as role_sessions,
      %2$s and a.datname = pg_catalog.current_database()) as database_sessions,
      pg_catalog.encode(pg_catalog.timestamptz_send(pg_catalog.pg_postmaster_start_time()),
        'hex') as started,
      pg_catalog.current_setting('port') as port,
      (select cast(d.oid as pg_catalog.int8) from pg_catalog.pg_database d
        where d.datname = pg_catalog.current_database()) as database_oid,
      array(select m.rolname from pg_catalog.pg_roles m
             where m.rolname = any (array['rds_superuser', 'cloudsqlsuperuser', 'azure_pg_admin',
                                          'supabase_admin', 'neon_superuser']))
        as service_roles"""
          .formatted(TIMEOUTS, SESSIONS);

  private ServerStateQuery() {}

  static ServerState state(Row row) {
    long limit = row.number("temp_file_limit");
    return new ServerState(
        row.texts("timeouts").stream().map(ServerStateQuery::timeout).toList(),
        limit < 0 ? OptionalLong.empty() : OptionalLong.of(limit * 1024),
        room(row),
        new DatabaseIdentity(row.text("started"), row.text("port"), row.number("database_oid")),
        ManagedService.ofRoles(row.texts("service_roles")));
  }

  private static Timeout timeout(String text) {
    String[] parts = text.split("\\|", 4);
    return new Timeout(
        parts[0],
        Duration.ofMillis(Long.parseLong(parts[1])),
        Duration.ofMillis(Long.parseLong(parts[2])),
        parts[3]);
  }

  private static ConnectionRoom room(Row row) {
    long most = row.number("max_connections");
    long used = row.number("sessions");
    if (row.flag("login_superuser")) {
      return new ConnectionRoom(List.of(new ConnectionRoom.Limit("max_connections", most, used)));
    }
    List<ConnectionRoom.Limit> limits = new ArrayList<>();
    limits.add(
        new ConnectionRoom.Limit(
            "max_connections", most - row.number("reserved_connections"), used));
    Identifier role = new Identifier(row.text("login_role"));
    if (row.number("role_limit") >= 0) {
      limits.add(
          new ConnectionRoom.Limit(
              "CONNECTION LIMIT of role " + role.quoted(),
              row.number("role_limit"),
              row.number("role_sessions")));
    }
    if (row.number("database_limit") >= 0) {
      limits.add(
          new ConnectionRoom.Limit(
              "CONNECTION LIMIT of the database",
              row.number("database_limit"),
              row.number("database_sessions")));
    }
    return new ConnectionRoom(limits);
  }
}
