package io.linkspan.catalog;

import io.linkspan.catalog.TableDetails.ColumnDetails;
import io.linkspan.catalog.TableDetails.Policy;
import io.linkspan.connection.Row;
import io.linkspan.connection.Session;
import java.util.ArrayList;
import java.util.List;

/** Reads what there is to know of a table beside what matters to a copy. */
public final class TableDetailsReader {
  private static final String QUERY =
      CatalogQuery.of(
          """
          select PERSISTENCE as persistence, am.amname as access_method,
                 pg_catalog.array_to_string(c.reloptions, ', ') as options,
                 case when c.relkind = any (array['v', 'm'])
                   then pg_catalog.pg_get_viewdef(c.oid, true) end as query,
                 pg_catalog.pg_get_expr(c.relpartbound, c.oid) as bound,
                 (select pg_catalog.quote_ident(s.srvname)
                    from pg_catalog.pg_foreign_table ft
                    join pg_catalog.pg_foreign_server s on s.oid = ft.ftserver
                   where ft.ftrelid = c.oid) as server,
                 array(select NAME
                         from pg_catalog.pg_inherits i
                         join pg_catalog.pg_class r on r.oid = i.inhparent
                         join pg_catalog.pg_namespace n on n.oid = r.relnamespace
                        where i.inhrelid = c.oid order by i.inhseqno) as parents,
                 array(select pg_catalog.concat_ws(' ', NAME,
                                pg_catalog.pg_get_expr(r.relpartbound, r.oid))
                         from pg_catalog.pg_inherits i
                         join pg_catalog.pg_class r on r.oid = i.inhrelid
                         join pg_catalog.pg_namespace n on n.oid = r.relnamespace
                        where i.inhparent = c.oid order by n.nspname, r.relname) as children,
                 array(select pg_catalog.quote_ident(p.polname) from pg_catalog.pg_policy p
                        where p.polrelid = c.oid order by p.polname) as policies,
                 array(select pg_catalog.concat_ws(' ',
                                case when not p.polpermissive then 'restrictive' end,
                                COMMAND,
                                (select pg_catalog.concat('to ',
                                          pg_catalog.string_agg(r.rolname, ', ' order by r.rolname))
                                   from pg_catalog.pg_roles r
                                  where r.oid = any (p.polroles) having pg_catalog.count(*) > 0),
                                case when p.polqual is not null then pg_catalog.concat(
                                  'using (', pg_catalog.pg_get_expr(p.polqual, p.polrelid, true), ')') end,
                                case when p.polwithcheck is not null then pg_catalog.concat(
                                  'with check (',
                                  pg_catalog.pg_get_expr(p.polwithcheck, p.polrelid, true), ')') end)
                         from pg_catalog.pg_policy p
                        where p.polrelid = c.oid order by p.polname) as policy_texts
            from pg_catalog.pg_class c
            left join pg_catalog.pg_am am on am.oid = c.relam
           where c.oid = cast(? as pg_catalog.oid)"""
              .replace("PERSISTENCE", RelationLists.PERSISTENCE)
              .replace(
                  "COMMAND",
                  ListQuery.words(
                      "p.polcmd",
                      "r",
                      "for select",
                      "a",
                      "for insert",
                      "w",
                      "for update",
                      "d",
                      "for delete",
                      "*",
                      "for all"))
              .replace(
                  "NAME",
                  "pg_catalog.concat(pg_catalog.quote_ident(n.nspname), '.',"
                      + " pg_catalog.quote_ident(r.relname))"));

  private static final String COLUMNS =
      CatalogQuery.of(
          """
          select pg_catalog.quote_ident(a.attname) as name, STORAGE as storage,
                 COMPRESSION as compression,
                 case when a.attstattarget >= 0 then a.attstattarget end as statistics,
                 (select d.description from pg_catalog.pg_description d
                   where d.objoid = a.attrelid and d.objsubid = a.attnum
                     and d.classoid = cast('pg_catalog.pg_class' as pg_catalog.regclass))
                   as description
            from pg_catalog.pg_attribute a
           where a.attrelid = cast(? as pg_catalog.oid) and a.attnum > 0 and not a.attisdropped
           order by a.attnum"""
              .replace(
                  "STORAGE",
                  ListQuery.words(
                      "a.attstorage",
                      "p",
                      "plain",
                      "m",
                      "main",
                      "x",
                      "extended",
                      "e",
                      "external")));

  private TableDetailsReader() {}

  /**
   * Reads them.
   *
   * @param columns whether how the columns are kept is wanted as well
   */
  public static TableDetails read(Session session, long table, boolean columns) {
    String compression =
        session.version().atLeast(14)
            ? ListQuery.words("a.attcompression", "p", "pglz", "l", "lz4")
            : "''";
    List<ColumnDetails> details =
        columns
            ? session.query(
                COLUMNS.replace("COMPRESSION", CatalogQuery.of(compression)),
                TableDetailsReader::column,
                table)
            : List.of();
    return session.queryOne(QUERY, row -> details(row, details), table);
  }

  private static TableDetails details(Row row, List<ColumnDetails> columns) {
    List<String> names = row.texts("policies");
    List<String> texts = row.texts("policy_texts");
    List<Policy> policies = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      policies.add(new Policy(names.get(i), texts.get(i)));
    }
    return new TableDetails(
        row.text("persistence"),
        row.optionalText("access_method"),
        row.optionalText("options").orElse(""),
        row.optionalText("query"),
        row.optionalText("bound"),
        row.optionalText("server"),
        row.texts("parents"),
        row.texts("children"),
        policies,
        columns);
  }

  private static ColumnDetails column(Row row) {
    return new ColumnDetails(
        row.text("name"),
        row.text("storage"),
        row.optionalText("compression").orElse(""),
        row.optionalText("statistics").orElse(""),
        row.optionalText("description"));
  }
}
