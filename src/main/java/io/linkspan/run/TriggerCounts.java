package io.linkspan.run;

import io.linkspan.catalog.Trigger;
import io.linkspan.connection.Session;
import io.linkspan.plan.CopyPlan;
import java.util.OptionalLong;

/**
 * Counts the rows that really went in where a BEFORE trigger may drop some: the plan's counts do
 * not see that, the server's statistics of the open transaction do.
 */
final class TriggerCounts {
  private static final String INSERTED =
      "SELECT coalesce(pg_catalog.sum(pg_catalog.pg_stat_get_xact_tuples_inserted(relid)), 0)"
          + "::pg_catalog.int8 AS n FROM (SELECT ?::pg_catalog.oid AS relid"
          + " UNION SELECT t.relid::pg_catalog.oid FROM"
          + " pg_catalog.pg_partition_tree(?::pg_catalog.oid::pg_catalog.regclass) AS t) AS r";

  private final long table;
  private final boolean needed;
  private final long before;

  private TriggerCounts(long table, boolean needed, long before) {
    this.table = table;
    this.needed = needed;
    this.before = before;
  }

  static TriggerCounts before(CopyPlan plan, Session session) {
    boolean needed =
        plan.target().server().trackCounts()
            && plan.into().triggers().stream().anyMatch(TriggerCounts::mayDropRows);
    long table = plan.into().oid();
    return new TriggerCounts(table, needed, needed ? inserted(session, table) : 0);
  }

  private static boolean mayDropRows(Trigger trigger) {
    return trigger.fires() && trigger.before() && trigger.forEachRow() && trigger.onInsert();
  }

  /** Rows inserted since; empty where no trigger makes the count needed. */
  OptionalLong after(Session session) {
    return needed ? OptionalLong.of(inserted(session, table) - before) : OptionalLong.empty();
  }

  private static long inserted(Session session, long table) {
    return session.queryOne(INSERTED, row -> row.number("n"), table, table);
  }
}
