package io.linkspan.catalog;

import io.linkspan.connection.Session;
import java.util.List;

/** Reads the columns of a relation that holds no rows of the user's, such as a composite type. */
public final class RowTypeReader {
  private static final String QUERY =
      CatalogQuery.of(
          """
          select pg_catalog.quote_ident(a.attname) as name,
                 pg_catalog.format_type(a.atttypid, a.atttypmod) as type
            from pg_catalog.pg_attribute a
           where a.attrelid = cast(? as pg_catalog.oid) and a.attnum > 0 and not a.attisdropped
           order by a.attnum""");

  private RowTypeReader() {}

  /** A column, its name and type as SQL. */
  public record Field(String name, String type) {}

  /** The columns, in order. */
  public static List<Field> read(Session session, long relation) {
    return session.query(QUERY, row -> new Field(row.text("name"), row.text("type")), relation);
  }
}
