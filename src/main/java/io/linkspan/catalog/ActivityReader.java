package io.linkspan.catalog;

import io.linkspan.connection.Session;
import java.util.List;

/** Asks a server what some of its backends do at this moment. */
public final class ActivityReader {
  private static final String QUERY =
      CatalogQuery.of(
          """
          select a.pid as pid,
                 coalesce(a.application_name, '') as application,
                 a.state as state,
                 case when a.wait_event is not null
                      then pg_catalog.concat(a.wait_event_type, ': ', a.wait_event) end as waits,
                 coalesce(a.query, '') as query
            from pg_catalog.pg_stat_activity a
           where cast(a.pid as pg_catalog.text) = any (?)
           order by a.pid""");

  private ActivityReader() {}

  /** Those that are there, by their process ids. */
  public static List<Activity> read(Session session, List<Integer> pids) {
    return session.query(
        QUERY,
        row ->
            new Activity(
                Math.toIntExact(row.number("pid")),
                row.text("application"),
                row.optionalText("state"),
                row.optionalText("waits"),
                row.text("query")),
        pids.stream().map(String::valueOf).toList());
  }
}
