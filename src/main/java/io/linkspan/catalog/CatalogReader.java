package io.linkspan.catalog;

import io.linkspan.connection.Session;
import io.linkspan.pg.QualifiedName;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads what one copy needs to know of a database. */
public final class CatalogReader {
  private static final String TYPES =
      CatalogQuery.of(
          """
          select pg_catalog.concat(n.nspname, '.', t.typname) as name
            from pg_catalog.pg_type t
            join pg_catalog.pg_namespace n on n.oid = t.typnamespace
           where pg_catalog.has_schema_privilege(n.oid, 'usage')""");

  private CatalogReader() {}

  /**
   * A snapshot with the wanted relations in detail.
   *
   * @param connection the connection's name
   * @param wanted names with or without schema; one that resolves to nothing is left out
   */
  public static Catalog read(String connection, Session session, List<QualifiedName> wanted) {
    Catalog names =
        new Catalog(
            connection,
            ServerFactsReader.read(session),
            RelationReader.read(session),
            Map.of(),
            CastsReader.read(session),
            Set.copyOf(session.query(TYPES, row -> row.text("name"))));
    List<QualifiedName> found =
        wanted.stream().map(names::resolveOrTake).flatMap(Optional::stream).distinct().toList();
    return new Catalog(
        connection,
        names.server(),
        names.relations(),
        TableReader.read(session, found),
        names.casts(),
        names.types());
  }
}
