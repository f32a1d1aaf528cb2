package io.linkspan.catalog;

import io.linkspan.connection.Row;
import io.linkspan.connection.Session;
import io.linkspan.pg.QualifiedName;
import java.util.List;

/** Reads the names of the routines that a query could call. */
final class RoutineReader {
  // What takes or gives "internal" or "cstring" cannot be called by hand; triggers, handlers, and
  // what stands behind operators, index methods and aggregates is not meant to be.
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
          ), behind as materialized (
            select cast(o.oprcode as pg_catalog.oid) as routine from pg_catalog.pg_operator o
             union select cast(m.amproc as pg_catalog.oid) from pg_catalog.pg_amproc m
             union select cast(a.aggtransfn as pg_catalog.oid) from pg_catalog.pg_aggregate a
             union select cast(a.aggfinalfn as pg_catalog.oid) from pg_catalog.pg_aggregate a
             union select cast(a.aggcombinefn as pg_catalog.oid) from pg_catalog.pg_aggregate a
             union select cast(a.aggmtransfn as pg_catalog.oid) from pg_catalog.pg_aggregate a
             union select cast(a.aggminvtransfn as pg_catalog.oid) from pg_catalog.pg_aggregate a
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
