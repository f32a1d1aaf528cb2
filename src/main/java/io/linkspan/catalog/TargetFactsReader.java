package io.linkspan.catalog;

import io.linkspan.connection.Session;
import io.linkspan.pg.Identifier;

/** Reads what a target has for links. */
public final class TargetFactsReader {
  private static final String QUERY =
      CatalogQuery.of(
          """
          select (select a.default_version from pg_catalog.pg_available_extensions a
                   where a.name = 'dblink') as available,
                 (select e.extversion from pg_catalog.pg_extension e
                   where e.extname = 'dblink') as installed,
                 array(select s.srvname from pg_catalog.pg_foreign_server s
                        where pg_catalog.strpos(s.srvname, '=') > 0
                           or pg_catalog.left(s.srvname, 9) = 'linkspan_'
                        order by s.srvname) as misleading""");

  private TargetFactsReader() {}

  /** The facts as they are now. */
  public static TargetFacts read(Session session) {
    return session.queryOne(
        QUERY,
        row ->
            new TargetFacts(
                row.optionalText("available"),
                row.optionalText("installed"),
                row.texts("misleading").stream().map(Identifier::new).toList()));
  }
}
