package io.linkspan.catalog;

import io.linkspan.connection.Row;
import io.linkspan.connection.Session;
import io.linkspan.pg.Identifier;
import io.linkspan.pg.ServerVersion;
import java.util.Optional;

/** Reads what a server says of itself and of the session. */
public final class ServerFactsReader {
  // Whether dblink is usable leaves dblink_connect_u out: it is for superusers alone.
  private static final String QUERY =
      CatalogQuery.of(
          "select "
              + ServerStateQuery.COLUMNS
              + """
          ,
                 pg_catalog.current_database() as database,
                 current_user as role,
                 pg_catalog.current_schemas(false) as search_path,
                 pg_catalog.current_setting('server_encoding') as encoding,
                 pg_catalog.current_setting('TimeZone') as time_zone,
                 pg_catalog.pg_is_in_recovery() as standby,
                 cast(pg_catalog.current_setting('default_transaction_read_only') as boolean)
                   as read_only,
                 cast(pg_catalog.current_setting('track_counts') as boolean) as track_counts,
                 (select r.rolsuper from pg_catalog.pg_roles r where r.rolname = current_user)
                   as superuser,
                 pg_catalog.pg_size_bytes(pg_catalog.current_setting('work_mem')) as work_mem,
                 case
                   when (select pg_catalog.count(*)
                           from pg_catalog.pg_class j
                           join pg_catalog.pg_namespace s on s.oid = j.relnamespace
                          where s.nspname = 'linkspan' and j.relkind = 'r'
                            and j.relname = any (array['runs', 'batches'])) = 2
                     then case when (select pg_catalog.bool_and(
                                pg_catalog.has_schema_privilege(s.oid, 'usage')
                                and pg_catalog.has_table_privilege(j.oid, 'select')
                                and pg_catalog.has_table_privilege(j.oid, 'insert')
                                and pg_catalog.has_table_privilege(j.oid, 'update')
                                and pg_catalog.has_table_privilege(j.oid, 'delete'))
                           from pg_catalog.pg_class j
                           join pg_catalog.pg_namespace s on s.oid = j.relnamespace
                          where s.nspname = 'linkspan' and j.relkind = 'r'
                            and j.relname = any (array['runs', 'batches']))
                       then 'READY' else 'NO_RIGHT' end
                   when coalesce((select pg_catalog.has_schema_privilege(s.oid, 'create')
                                    from pg_catalog.pg_namespace s
                                   where s.nspname = 'linkspan'),
                                 pg_catalog.has_database_privilege(
                                   pg_catalog.current_database(), 'create'))
                     then 'CAN_BE_MADE'
                   else 'CANNOT_BE_MADE'
                 end as journal,
                 n.nspname as dblink_schema,
                 pg_catalog.has_schema_privilege('public', n.oid, 'create') as dblink_schema_open,
                 pg_catalog.has_schema_privilege(n.oid, 'usage')
                   and (select pg_catalog.bool_and(
                                 pg_catalog.has_function_privilege(p.oid, 'execute'))
                          from pg_catalog.pg_depend d
                          join pg_catalog.pg_proc p on p.oid = d.objid
                         where d.classid = cast('pg_catalog.pg_proc' as pg_catalog.regclass)
                           and d.refclassid
                               = cast('pg_catalog.pg_extension' as pg_catalog.regclass)
                           and d.refobjid = e.oid
                           and p.proname
                               = any (array['dblink', 'dblink_connect', 'dblink_disconnect',
                                            'dblink_exec'])) as dblink_usable
            from (select true) as one_row
            left join pg_catalog.pg_extension e on e.extname = 'dblink'
            left join pg_catalog.pg_namespace n on n.oid = e.extnamespace""");

  private ServerFactsReader() {}

  /** The facts as they are now; they change with SET ROLE and SET search_path. */
  public static ServerFacts read(Session session) {
    ServerVersion version = session.version();
    return session.queryOne(QUERY, row -> facts(row, version));
  }

  private static ServerFacts facts(Row row, ServerVersion version) {
    Optional<ServerFacts.DblinkExtension> dblink =
        row.optionalText("dblink_schema")
            .map(
                schema ->
                    new ServerFacts.DblinkExtension(
                        new Identifier(schema),
                        row.flag("dblink_schema_open"),
                        row.flag("dblink_usable")));
    return new ServerFacts(
        version,
        row.text("database"),
        new Identifier(row.text("role")),
        row.texts("search_path").stream().map(Identifier::new).toList(),
        row.text("encoding"),
        row.text("time_zone"),
        row.flag("standby"),
        row.flag("read_only"),
        row.flag("superuser"),
        row.flag("track_counts"),
        row.number("work_mem"),
        ServerFacts.JournalPlace.valueOf(row.text("journal")),
        dblink,
        ServerStateQuery.state(row));
  }
}
