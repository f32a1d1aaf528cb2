package io.linkspan.catalog;

import io.linkspan.connection.Row;
import io.linkspan.connection.Session;
import io.linkspan.pg.Identifier;
import java.util.List;

/** Reads the triggers that users made, those that a partition got from its parent among them. */
final class TriggerReader {
  // The bits of tgtype (src/include/catalog/pg_trigger.h).
  private static final int ROW = 1;
  private static final int BEFORE = 2;
  private static final int INSERT = 4;
  private static final int UPDATE = 16;
  private static final int TRUNCATE = 32;
  private static final int INSTEAD = 64;

  // Before 15 a partition's copy of its parent's trigger counts as internal.
  private static final String QUERY =
      CatalogQuery.of(
          """
          select t.tgrelid as table_oid, t.tgname as name, t.tgtype as type,
                 pg_catalog.pg_get_triggerdef(t.oid, true) as definition,
                 t.tgenabled = any (array['O', 'A']) as fires
            from pg_catalog.pg_trigger t
           where t.tgrelid = any (cast(? as pg_catalog.oid[]))
             and (not t.tgisinternal or (t.tgparentid <> 0 and t.tgconstraint = 0))
           order by t.tgname""");

  private TriggerReader() {}

  static PerTable<Trigger> read(Session session, List<Long> tables) {
    return PerTable.read(session, QUERY, TriggerReader::trigger, tables);
  }

  private static Trigger trigger(Row row) {
    long type = row.number("type");
    return new Trigger(
        new Identifier(row.text("name")),
        row.text("definition"),
        (type & BEFORE) != 0,
        (type & INSTEAD) != 0,
        (type & ROW) != 0,
        (type & INSERT) != 0,
        (type & UPDATE) != 0,
        (type & TRUNCATE) != 0,
        row.flag("fires"));
  }
}
