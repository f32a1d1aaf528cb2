package io.linkspan.catalog;

import io.linkspan.connection.Row;
import io.linkspan.connection.Session;
import io.linkspan.pg.Identifier;
import io.linkspan.pg.QualifiedName;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads tables and views in detail: a fixed number of queries, however many tables. */
public final class TableReader {
  // Before 14 obj_description is text in SQL, whose operators the search path decides.
  private static final String QUERY =
      CatalogQuery.of(
          """
          select c.oid as table_oid, n.nspname as schema, c.relname as name, c.relkind as kind,
                 pg_catalog.pg_get_userbyid(c.relowner) as owner,
                 (select d.description from pg_catalog.pg_description d
                   where d.objoid = c.oid and d.objsubid = 0
                     and d.classoid = cast('pg_catalog.pg_class' as pg_catalog.regclass))
                   as comment,
                 c.relrowsecurity as row_security, c.relforcerowsecurity as row_security_forced,
                 pg_catalog.row_security_active(c.oid) as row_security_applies,
                 case when c.relkind = 'p' then pg_catalog.pg_get_partkeydef(c.oid) end
                   as partition_key,
                 array(select a.attname
                         from pg_catalog.pg_partitioned_table p
                         join pg_catalog.pg_attribute a on a.attrelid = p.partrelid
                        where p.partrelid = c.oid
                          and a.attnum = any (cast(p.partattrs as pg_catalog.int2[]))
                        order by a.attnum) as partition_columns,
                 array(select pg_catalog.pg_get_expr(b.relpartbound, b.oid, true)
                         from pg_catalog.pg_inherits i
                         join pg_catalog.pg_class b on b.oid = i.inhrelid
                        where c.relkind = 'p' and i.inhparent = c.oid
                        order by b.relname) as partition_bounds,
                 not exists (select from pg_catalog.pg_partition_tree(
                                           case when c.relkind = 'p' then c.oid end) tree
                               join pg_catalog.pg_partitioned_table p on p.partrelid = tree.relid
                              where p.partstrat <> 'h' and p.partdefid = 0) as takes_all,
                 c.relkind <> 'p'
                   and exists (select from pg_catalog.pg_inherits i where i.inhparent = c.oid)
                   as has_children,
                 c.relispartition as is_partition,
                 pg_catalog.has_schema_privilege(n.oid, 'usage') as schema_usage,
                 pg_catalog.has_table_privilege(c.oid, 'select') as may_select,
                 pg_catalog.has_table_privilege(c.oid, 'insert') as may_insert,
                 pg_catalog.has_table_privilege(c.oid, 'update') as may_update,
                 pg_catalog.has_table_privilege(c.oid, 'truncate') as may_truncate,
                 ESTIMATE as estimated_rows,
                 case when c.relkind = 'p'
                   then (select pg_catalog.sum(pg_catalog.pg_total_relation_size(tree.relid))
                           from pg_catalog.pg_partition_tree(c.oid) tree)
                   else pg_catalog.pg_total_relation_size(c.oid)
                 end as bytes
            from rows from (pg_catalog.unnest(cast(? as pg_catalog.text[])),
                            pg_catalog.unnest(cast(? as pg_catalog.text[])))
                   as wanted (schema, name)
            join pg_catalog.pg_namespace n on n.nspname = wanted.schema
            join pg_catalog.pg_class c on c.relnamespace = n.oid and c.relname = wanted.name
           where c.relkind = any (KINDS)"""
              .replace("ESTIMATE", RowEstimate.of("c"))
              .replace("KINDS", RelationKinds.LETTERS));

  private TableReader() {}

  /**
   * The relations of those names, in that order; a name that nothing has is left out.
   *
   * @param wanted names with their schemas
   */
  public static Map<QualifiedName, Table> read(Session session, List<QualifiedName> wanted) {
    List<String> schemas = wanted.stream().map(n -> n.schema().orElseThrow().name()).toList();
    List<String> names = wanted.stream().map(n -> n.name().name()).toList();
    List<Table> bare = session.query(QUERY, TableReader::bare, schemas, names);
    TableParts parts = TableParts.read(session, bare.stream().map(Table::oid).toList());
    Map<QualifiedName, Table> tables = new LinkedHashMap<>();
    for (QualifiedName name : wanted) {
      bare.stream()
          .filter(table -> table.name().equals(name))
          .forEach(table -> tables.put(name, parts.on(table)));
    }
    return tables;
  }

  /** The relation alone, without what hangs on it. */
  private static Table bare(Row row) {
    return new Table(
        QualifiedName.of(row.text("schema"), row.text("name")),
        row.number("table_oid"),
        RelationKinds.of(row.text("kind")),
        new Identifier(row.text("owner")),
        row.optionalText("comment"),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        new Table.RowSecurity(
            row.flag("row_security"),
            row.flag("row_security_forced"),
            row.flag("row_security_applies")),
        row.optionalText("partition_key").map(key -> partitioning(row, key)),
        row.flag("has_children"),
        row.flag("is_partition"),
        new Table.TablePrivileges(
            row.flag("schema_usage"),
            row.flag("may_select"),
            row.flag("may_insert"),
            row.flag("may_update"),
            row.flag("may_truncate")),
        row.number("estimated_rows"),
        row.number("bytes"),
        List.of());
  }

  private static Partitioning partitioning(Row row, String key) {
    return new Partitioning(
        key,
        row.texts("partition_columns").stream().map(Identifier::new).toList(),
        row.texts("partition_bounds"),
        row.flag("takes_all"));
  }
}
