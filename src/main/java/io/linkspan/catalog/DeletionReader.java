package io.linkspan.catalog;

import io.linkspan.connection.Row;
import io.linkspan.connection.Session;
import io.linkspan.pg.Identifier;
import io.linkspan.pg.QualifiedName;
import java.util.List;
import java.util.Optional;

/** Reads what a DELETE on a table would set off, and what stands in its way. */
public final class DeletionReader {
  private static final String TABLE =
      CatalogQuery.of(
          """
          select c.relkind as kind, current_user as role,
                 cast(pg_catalog.current_setting('transaction_read_only') as boolean) as read_only,
                 pg_catalog.has_table_privilege(c.oid, 'delete') as may_delete,
                 pg_catalog.has_table_privilege(c.oid, 'select') as may_select,
                 pg_catalog.row_security_active(c.oid) as row_security,
                 exists (select from pg_catalog.pg_rewrite r
                          where r.ev_class = c.oid and r.ev_type = '4'
                            and r.ev_enabled = any (array['O', 'A'])) as rules
            from pg_catalog.pg_class c
           where c.oid = pg_catalog.to_regclass(?)
             and c.relkind = any (KINDS)"""
              .replace("KINDS", RelationKinds.LETTERS));

  // The bits of tgtype (src/include/catalog/pg_trigger.h).
  private static final int ROW = 1;
  private static final int DELETE = 8;

  // A trigger for each statement fires for the table that the statement names, not for partitions.
  private static final String TRIGGERS =
      CatalogQuery.of(
          """
          select t.tgname as name, t.tgtype as type,
                 pg_catalog.bool_or(t.tgrelid = pg_catalog.to_regclass(?)) as own
            from pg_catalog.pg_trigger t
           where (t.tgrelid = pg_catalog.to_regclass(?)
                  or t.tgrelid = any (array(
                       select tree.relid
                         from pg_catalog.pg_partition_tree(pg_catalog.to_regclass(?)) tree)))
             and not t.tgisinternal
             and t.tgenabled = any (array['O', 'A'])
           group by t.tgname, t.tgtype
           order by t.tgname""");

  // Of a foreign key between partitioned tables the server keeps copies, which are left out.
  private static final String REFERENCES =
      CatalogQuery.of(
          """
          with recursive hit (oid, conname, conrelid, confrelid, confdeltype, conparentid) as (
            select k.oid, k.conname, k.conrelid, k.confrelid, k.confdeltype, k.conparentid
              from pg_catalog.pg_constraint k
             where k.contype = 'f'
               and (k.confrelid = pg_catalog.to_regclass(?)
                    or k.confrelid = any (array(
                         select tree.relid
                           from pg_catalog.pg_partition_tree(pg_catalog.to_regclass(?)) tree)))
            union
            select k.oid, k.conname, k.conrelid, k.confrelid, k.confdeltype, k.conparentid
              from hit h
              join pg_catalog.pg_constraint k on k.confrelid = h.conrelid
             where k.contype = 'f' and h.confdeltype = 'c')
          select h.conname as name, h.confdeltype as action,
                 fn.nspname as from_schema, f.relname as from_name,
                 tn.nspname as to_schema, t.relname as to_name
            from hit h
            join pg_catalog.pg_class f on f.oid = h.conrelid
            join pg_catalog.pg_namespace fn on fn.oid = f.relnamespace
            join pg_catalog.pg_class t on t.oid = h.confrelid
            join pg_catalog.pg_namespace tn on tn.oid = t.relnamespace
           where not exists (select from hit original where original.oid = h.conparentid)
           order by fn.nspname, f.relname, h.conname""");

  private DeletionReader() {}

  /**
   * What matters to a DELETE; empty where the table does not exist.
   *
   * @param quotedTable its name with its schema, as SQL takes it
   */
  public static Optional<Deletion> read(Session session, String quotedTable) {
    return session.query(TABLE, DeletionReader::bare, quotedTable).stream()
        .findFirst()
        .map(
            bare ->
                new Deletion(
                    bare.kind(),
                    bare.role(),
                    bare.readOnly(),
                    bare.mayDelete(),
                    bare.maySelect(),
                    bare.rowSecurity(),
                    bare.rules(),
                    triggers(session, quotedTable),
                    session.query(
                        REFERENCES, DeletionReader::reference, quotedTable, quotedTable)));
  }

  private static Deletion bare(Row row) {
    return new Deletion(
        RelationKinds.of(row.text("kind")),
        new Identifier(row.text("role")),
        row.flag("read_only"),
        row.flag("may_delete"),
        row.flag("may_select"),
        row.flag("row_security"),
        row.flag("rules"),
        List.of(),
        List.of());
  }

  private static List<Identifier> triggers(Session session, String table) {
    return session
        .query(
            TRIGGERS,
            row -> {
              long type = row.number("type");
              boolean fires = (type & DELETE) != 0 && (row.flag("own") || (type & ROW) != 0);
              return fires ? row.text("name") : "";
            },
            table,
            table,
            table)
        .stream()
        .filter(name -> !name.isEmpty())
        .distinct()
        .map(Identifier::new)
        .toList();
  }

  private static Reference reference(Row row) {
    return new Reference(
        new Identifier(row.text("name")),
        QualifiedName.of(row.text("from_schema"), row.text("from_name")),
        QualifiedName.of(row.text("to_schema"), row.text("to_name")),
        switch (row.text("action")) {
          case "a" -> Reference.OnDelete.NO_ACTION;
          case "r" -> Reference.OnDelete.RESTRICT;
          case "c" -> Reference.OnDelete.CASCADE;
          case "n" -> Reference.OnDelete.SET_NULL;
          default -> Reference.OnDelete.SET_DEFAULT;
        });
  }
}
