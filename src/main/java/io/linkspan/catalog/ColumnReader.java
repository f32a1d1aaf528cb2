package io.linkspan.catalog;

import io.linkspan.connection.Session;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Reads columns: one query for the columns of all tables, one for their types. */
final class ColumnReader {
  // A column draws from the sequence that its identity owns, or from the one that its default
  // names in nextval; a sequence that the column owns counts where the default calls nextval on
  // a text. The default of a domain fills the column too.
  private static final String QUERY =
      CatalogQuery.of(
          """
          select a.attrelid as table_oid, a.attname as name, a.attnum as position,
                 a.atttypid as type_oid, TYPE_SQL as type_sql,
                 a.attnotnull
                   or (t.typnotnull and c.relkind <> 'v' and c.relkind <> 'm') as not_null,
                 coalesce(filled.expression, t.typdefault) as default_expression,
                 a.attidentity as identity, a.attgenerated as generated,
                 sequence.schema as sequence_schema, sequence.name as sequence_name,
                 cn.nspname as collation_schema, collation_.collname as collation_name,
                 pg_catalog.has_column_privilege(a.attrelid, a.attnum, 'select') as may_select,
                 pg_catalog.has_column_privilege(a.attrelid, a.attnum, 'insert') as may_insert,
                 pg_catalog.has_column_privilege(a.attrelid, a.attnum, 'update') as may_update
            from pg_catalog.pg_attribute a
            join pg_catalog.pg_class c on c.oid = a.attrelid
            join pg_catalog.pg_type t on t.oid = a.atttypid
            left join pg_catalog.pg_collation collation_
              on collation_.oid = a.attcollation and a.attcollation <> t.typcollation
            left join pg_catalog.pg_namespace cn on cn.oid = collation_.collnamespace
            left join lateral (
              select d.oid, pg_catalog.pg_get_expr(d.adbin, d.adrelid, true) as expression
                from pg_catalog.pg_attrdef d
               where d.adrelid = a.attrelid and d.adnum = a.attnum) filled on true
            left join lateral (
              select sn.nspname as schema, s.relname as name
                from pg_catalog.pg_depend d
                join pg_catalog.pg_class s
                  on s.relkind = 'S'
                 and ((s.oid = d.refobjid and d.objid = filled.oid)
                      or (s.oid = d.objid and d.refobjid = a.attrelid))
                join pg_catalog.pg_namespace sn on sn.oid = s.relnamespace
               where (d.classid = cast('pg_catalog.pg_attrdef' as pg_catalog.regclass)
                      and d.objid = filled.oid
                      and d.refclassid = cast('pg_catalog.pg_class' as pg_catalog.regclass)
                      and pg_catalog.strpos(filled.expression, 'nextval(') > 0)
                  or (d.refclassid = cast('pg_catalog.pg_class' as pg_catalog.regclass)
                      and d.refobjid = a.attrelid and d.refobjsubid = a.attnum
                      and d.classid = cast('pg_catalog.pg_class' as pg_catalog.regclass)
                      and (d.deptype = 'i'
                           or (d.deptype = 'a'
                               and pg_catalog.strpos(filled.expression, 'nextval(') > 0)))
               order by d.classid = cast('pg_catalog.pg_attrdef' as pg_catalog.regclass) desc
               limit 1) sequence on true
           where a.attrelid = any (cast(? as pg_catalog.oid[]))
             and a.attnum > 0 and not a.attisdropped
           order by a.attrelid, a.attnum"""
              .replace("TYPE_SQL", TypeSpelling.of("t", "a.atttypmod")));

  private ColumnReader() {}

  /** The columns of each table, in order. */
  static Map<Long, List<Column>> read(Session session, List<Long> tables) {
    PerTable<UntypedColumn> untyped = PerTable.read(session, QUERY, UntypedColumn::of, tables);
    List<Long> typeOids =
        tables.stream()
            .flatMap(table -> untyped.of(table).stream())
            .map(UntypedColumn::typeOid)
            .distinct()
            .toList();
    Map<Long, ColumnType> types = TypeReader.read(session, typeOids);
    Map<Long, List<Column>> columns = new HashMap<>();
    for (long table : tables) {
      columns.put(table, typed(untyped.of(table), types));
    }
    return columns;
  }

  private static List<Column> typed(List<UntypedColumn> columns, Map<Long, ColumnType> types) {
    // A type that is gone went with its column, between the two queries.
    return columns.stream()
        .filter(column -> types.containsKey(column.typeOid()))
        .map(column -> column.typed(Objects.requireNonNull(types.get(column.typeOid()))))
        .toList();
  }
}
