package io.linkspan.catalog;

import io.linkspan.connection.Link;
import io.linkspan.connection.Row;
import io.linkspan.connection.Session;
import io.linkspan.pg.Identifier;
import java.time.Duration;
import java.util.Optional;

/** Asks the server's end of a session, or of a link, what it is. */
public final class BackendFactsReader {
  private static final String QUERY =
      CatalogQuery.of(
          """
          select a.pid as pid,
                 pg_catalog.encode(pg_catalog.timestamptz_send(a.backend_start), 'hex')
                   as backend_started,
                 cast(pg_catalog.date_part('epoch',
                        pg_catalog.clock_timestamp() - a.backend_start)
                      as pg_catalog.int8) as age,
                 case when s.ssl then s.version end as tls,
                 pg_catalog.host(a.client_addr) as client,
                 pg_catalog.host(pg_catalog.inet_server_addr()) as server,
                 cast(current_user as pg_catalog.text) as role,
                 (select r.rolsuper from pg_catalog.pg_roles r where r.rolname = current_user)
                   as superuser,
                 pg_catalog.current_setting('server_encoding') as encoding,
                 pg_catalog.current_setting('TimeZone') as time_zone,
                 pg_catalog.encode(
                   pg_catalog.timestamptz_send(pg_catalog.pg_postmaster_start_time()), 'hex')
                   as started,
                 pg_catalog.current_setting('port') as port,
                 (select cast(d.oid as pg_catalog.int8) from pg_catalog.pg_database d
                   where d.datname = pg_catalog.current_database()) as database_oid
            from pg_catalog.pg_stat_activity a
            left join pg_catalog.pg_stat_ssl s on s.pid = a.pid
           where a.pid = pg_catalog.pg_backend_pid()""");

  private static final String COLUMNS =
      "pid pg_catalog.int4, backend_started pg_catalog.text, age pg_catalog.int8,"
          + " tls pg_catalog.text,"
          + " client pg_catalog.text, server pg_catalog.text, role pg_catalog.text,"
          + " superuser pg_catalog.bool, encoding pg_catalog.text, time_zone pg_catalog.text,"
          + " started pg_catalog.text, port pg_catalog.text, database_oid pg_catalog.int8";

  private BackendFactsReader() {}

  /** What the session's process says. */
  public static BackendFacts read(Session session) {
    return session.queryOne(QUERY, BackendFactsReader::facts);
  }

  /** What the process at the link's far end says. */
  public static BackendFacts read(Link link) {
    return link.query(QUERY, COLUMNS, BackendFactsReader::facts).get(0);
  }

  private static BackendFacts facts(Row row) {
    return new BackendFacts(
        new BackendFacts.ServerProcess(
            Math.toIntExact(row.number("pid")), row.text("backend_started")),
        Duration.ofSeconds(row.number("age")),
        row.optionalText("tls"),
        oneMachine(row.optionalText("client"), row.optionalText("server")),
        new Identifier(row.text("role")),
        row.flag("superuser"),
        row.text("encoding"),
        row.text("time_zone"),
        new DatabaseIdentity(row.text("started"), row.text("port"), row.number("database_oid")));
  }

  /** A socket has no address; what comes from the server's own address comes from its machine. */
  private static boolean oneMachine(Optional<String> client, Optional<String> server) {
    return client.isEmpty()
        || client.equals(server)
        || client.orElseThrow().startsWith("127.")
        || client.orElseThrow().equals("::1");
  }
}
