package io.linkspan.catalog;

import io.linkspan.connection.Session;
import io.linkspan.pg.QualifiedName;
import java.util.List;

/** Finds relations of every kind by a pattern. */
public final class RelationFinder {
  private RelationFinder() {}

  /** The relations that fit, by schema and name; without a schema, those that the name finds. */
  public static List<FoundRelation> find(Session session, NamePattern pattern) {
    CatalogList list =
        new ListQuery()
            .column("n.nspname", "schema")
            .column("c.relname", "name")
            .column("c.oid", "relation")
            .column(RelationLists.KIND, "kind")
            .fitting(pattern, RelationLists.NAMES)
            .from(
                "pg_catalog.pg_class c"
                    + " join pg_catalog.pg_namespace n on n.oid = c.relnamespace",
                "1, 2",
                "");
    return session.query(
        list.sql(),
        row ->
            new FoundRelation(
                QualifiedName.of(row.text("schema"), row.text("name")),
                row.number("relation"),
                row.text("kind")),
        list.parameters().toArray());
  }
}
