package io.linkspan.catalog;

import io.linkspan.connection.Row;
import io.linkspan.connection.Session;
import io.linkspan.pg.QualifiedName;
import java.util.List;

/** Reads the names of the routines that a query could call. */
final class RoutineReader {
  // What takes or gives "internal" or "cstring" cannot be called by hand; triggers, handlers, and
  // what stands behind operators, index methods, aggregates, types, casts and validators is not
  // meant to be. Some functions that stand behind an operator are; the server's own description
  // tells them (src/test/regress/sql/opr_sanity.sql), but for two. Where the server has a function
  // under two names, the one that is that of its code is old.
  private static final String QUERY =
      CatalogQuery.of(
          """
          with kept_out as materialized (
            select pg_catalog.array_agg(t.oid) as types
              from pg_catalog.pg_type t
              join pg_catalog.pg_namespace n on n.oid = t.typnamespace
             where n.nspname = 'pg_catalog'
               and t.typname = any (array['internal', 'cstring', 'trigger', 'event_trigger',
                                          'language_handler', 'fdw_handler', 'index_am_handler',
                                          'table_am_handler', 'tsm_handler'])
          ), told as materialized (
            select d.objoid, d.description as by_server
              from pg_catalog.pg_description d
             where d.classoid = cast(cast('pg_catalog.pg_proc' as pg_catalog.regclass)
                                     as pg_catalog.oid)
          ), behind as materialized (
            select cast(o.oprcode as pg_catalog.oid) as routine
              from pg_catalog.pg_operator o
              join pg_catalog.pg_proc c on c.oid = o.oprcode
              join told d on d.objoid = c.oid
             where c.proname <> all (array['starts_with', 'array_cat'])
               and pg_catalog.left(d.by_server, 17) = 'implementation of'
             union select cast(m.amproc as pg_catalog.oid) from pg_catalog.pg_amproc m
             union select cast(a.aggtransfn as pg_catalog.oid) from pg_catalog.pg_aggregate a
             union select cast(a.aggfinalfn as pg_catalog.oid) from pg_catalog.pg_aggregate a
             union select cast(a.aggcombinefn as pg_catalog.oid) from pg_catalog.pg_aggregate a
             union select cast(a.aggmtransfn as pg_catalog.oid) from pg_catalog.pg_aggregate a
             union select cast(a.aggminvtransfn as pg_catalog.oid) from pg_catalog.pg_aggregate a
             union select cast(t.typsend as pg_catalog.oid) from pg_catalog.pg_type t
             union select cast(t.typmodin as pg_catalog.oid) from pg_catalog.pg_type t
             union select cast(r.rngcanonical as pg_catalog.oid) from pg_catalog.pg_range r
             union select cast(r.rngsubdiff as pg_catalog.oid) from pg_catalog.pg_range r
             union select l.lanvalidator from pg_catalog.pg_language l
             union select f.oid
                     from pg_catalog.pg_cast c
                     join pg_catalog.pg_proc f on f.oid = c.castfunc
                     join told d on d.objoid = f.oid
                    where f.proname <> 'date'
                      and pg_catalog.split_part(d.by_server, ' ', 1)
                          = any (array['convert', 'adjust'])
             union select old.oid
                     from pg_catalog.pg_proc old
                     join pg_catalog.pg_proc other on other.prosrc = old.prosrc
                    where old.proname = old.prosrc and old.proname <> other.proname
                      and old.pronamespace = other.pronamespace
                      and old.proname <> all (array['now', 'current_user'])
                      and pg_catalog.left(old.proname, 3) <> 'pg_'
          )
          select n.nspname as schema, p.proname as name, p.prokind as kind,
                 pg_catalog.pg_function_is_visible(p.oid) as visible,
                 pg_catalog.pg_get_function_identity_arguments(p.oid) as arguments,
                 coalesce(pg_catalog.pg_get_function_result(p.oid), '') as result
            from pg_catalog.pg_proc p
            join pg_catalog.pg_namespace n on n.oid = p.pronamespace
           cross join kept_out k
           where not p.prorettype = any (k.types)
             and not cast(p.proargtypes as pg_catalog.oid[])
                     operator(pg_catalog.&&) k.types
             and (n.nspname <> 'pg_catalog'
                  or not exists (select from behind b where b.routine = p.oid))
             and n.nspname <> 'information_schema'
             and not exists (select from pg_catalog.pg_foreign_data_wrapper w
                              where w.fdwvalidator = p.oid)
             and pg_catalog.left(p.proname, 14) <> 'binary_upgrade'
             and pg_catalog.has_schema_privilege(n.oid, 'usage')
           order by p.proname, n.nspname, pg_catalog.pg_get_function_identity_arguments(p.oid)""");

  private RoutineReader() {}

  /** The routines by name; those of pg_catalog among them. */
  static List<RoutineName> read(Session session) {
    return session.query(QUERY, RoutineReader::routine);
  }

  private static RoutineName routine(Row row) {
    return new RoutineName(
        QualifiedName.of(row.text("schema"), row.text("name")),
        row.flag("visible"),
        kind(row.text("kind")),
        row.text("arguments"),
        row.text("result"));
  }

  private static RoutineName.Kind kind(String letter) {
    return switch (letter) {
      case "f" -> RoutineName.Kind.FUNCTION;
      case "a" -> RoutineName.Kind.AGGREGATE;
      case "w" -> RoutineName.Kind.WINDOW;
      case "p" -> RoutineName.Kind.PROCEDURE;
      default -> throw new IllegalArgumentException("no kind of routine: \"" + letter + "\"");
    };
  }
}
