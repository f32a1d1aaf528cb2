package io.linkspan.run;

import io.linkspan.catalog.Table;
import io.linkspan.catalog.Trigger;
import io.linkspan.connection.Session;
import io.linkspan.plan.CopyPlan;
import java.util.Optional;

/**
 * Counts the rows that were really written where a BEFORE trigger may drop some: the plan's counts
 * do not see that, the server's statistics of the open transaction do. A partition may have a
 * trigger that its parent does not show.
 */
final class TriggerCounts {
  /**
   * Rows written in the open transaction.
   *
   * @param updated without those that only a trigger of the target updated
   */
  record Written(long inserted, long updated) {}

  private static final String WRITTEN =
      """
      SELECT coalesce(pg_catalog.sum(pg_catalog.pg_stat_get_xact_tuples_inserted(relid)), 0)
               ::pg_catalog.int8 AS inserted,
             coalesce(pg_catalog.sum(pg_catalog.pg_stat_get_xact_tuples_updated(relid)), 0)
               ::pg_catalog.int8 AS updated
      FROM (SELECT ?::pg_catalog.oid AS relid
            UNION SELECT t.relid::pg_catalog.oid
            FROM pg_catalog.pg_partition_tree(?::pg_catalog.oid::pg_catalog.regclass) AS t) AS r""";

  private static final String IN_PARTITIONS =
      """
      SELECT EXISTS (SELECT FROM pg_catalog.pg_partition_tree(?::pg_catalog.oid::pg_catalog.regclass) AS t
                     JOIN pg_catalog.pg_trigger AS g
                       ON g.tgrelid OPERATOR(pg_catalog.=) t.relid::pg_catalog.oid
                     WHERE NOT g.tgisinternal AND (g.tgtype OPERATOR(pg_catalog.&) 3::pg_catalog.int2)
                           OPERATOR(pg_catalog.=) 3::pg_catalog.int2
                       AND g.tgenabled OPERATOR(pg_catalog.<>) 'D'::pg_catalog."char") AS any""";

  private final long table;
  private final Optional<Written> before;

  private TriggerCounts(long table, Optional<Written> before) {
    this.table = table;
    this.before = before;
  }

  static TriggerCounts before(CopyPlan plan, Session session) {
    long table = plan.into().oid();
    boolean needed = plan.target().server().trackCounts() && mayDropRows(plan.into(), session);
    return new TriggerCounts(
        table, needed ? Optional.of(written(session, table)) : Optional.empty());
  }

  private static boolean mayDropRows(Table into, Session session) {
    return switch (into.kind()) {
      case TABLE -> into.triggers().stream().anyMatch(TriggerCounts::mayDropRows);
      case PARTITIONED_TABLE -> session.queryOne(IN_PARTITIONS, row -> row.flag("any"), into.oid());
      case VIEW, MATERIALIZED_VIEW, FOREIGN_TABLE -> false;
    };
  }

  private static boolean mayDropRows(Trigger trigger) {
    return trigger.fires()
        && trigger.before()
        && trigger.forEachRow()
        && (trigger.onInsert() || trigger.onUpdate());
  }

  /** Rows written since; empty where no trigger makes the count needed. */
  Optional<Written> after(Session session) {
    return before.map(
        start -> {
          Written end = written(session, table);
          return new Written(end.inserted() - start.inserted(), end.updated() - start.updated());
        });
  }

  private static Written written(Session session, long table) {
    return session.queryOne(
        WRITTEN, row -> new Written(row.number("inserted"), row.number("updated")), table, table);
  }
}
