package io.linkspan.catalog;

import io.linkspan.connection.Session;
import io.linkspan.pg.Identifier;
import java.util.List;

/** Reads rewrite rules other than a view's own. */
final class RuleReader {
  private static final String QUERY =
      CatalogQuery.of(
          """
          select r.ev_class as table_oid, r.rulename as name,
                 case when r.ev_type = '1' then 'SELECT'
                      when r.ev_type = '2' then 'UPDATE'
                      when r.ev_type = '3' then 'INSERT'
                      else 'DELETE'
                 end as event,
                 pg_catalog.pg_get_ruledef(r.oid, true) as definition
            from pg_catalog.pg_rewrite r
           where r.ev_class = any (cast(? as pg_catalog.oid[]))
             and r.rulename <> '_RETURN'
           order by r.rulename""");

  private RuleReader() {}

  static PerTable<Rule> read(Session session, List<Long> tables) {
    return PerTable.read(
        session,
        QUERY,
        row ->
            new Rule(new Identifier(row.text("name")), row.text("event"), row.text("definition")),
        tables);
  }
}
