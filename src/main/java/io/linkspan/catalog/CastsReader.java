package io.linkspan.catalog;

import io.linkspan.connection.Session;
import java.util.Set;

/** Reads which conversions a server makes by itself on assignment. */
public final class CastsReader {
  private static final String QUERY =
      CatalogQuery.of(
          """
          select sn.nspname as from_schema, s.typname as from_name,
                 tn.nspname as to_schema, t.typname as to_name
            from pg_catalog.pg_cast c
            join pg_catalog.pg_type s on s.oid = c.castsource
            join pg_catalog.pg_namespace sn on sn.oid = s.typnamespace
            join pg_catalog.pg_type t on t.oid = c.casttarget
            join pg_catalog.pg_namespace tn on tn.oid = t.typnamespace
           where c.castcontext <> 'e'""");

  private CastsReader() {}

  /** Every assignment and implicit cast of the database. */
  public static Casts read(Session session) {
    return new Casts(
        Set.copyOf(
            session.query(
                QUERY,
                row ->
                    new Casts.Pair(
                        row.text("from_schema") + "." + row.text("from_name"),
                        row.text("to_schema") + "." + row.text("to_name")))));
  }
}
