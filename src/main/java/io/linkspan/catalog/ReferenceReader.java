package io.linkspan.catalog;

import io.linkspan.connection.Row;
import io.linkspan.connection.Session;
import io.linkspan.pg.Identifier;
import io.linkspan.pg.QualifiedName;
import java.util.List;

/** Reads which tables refer to which, by foreign keys. */
final class ReferenceReader {
  // The copies that the server keeps of a key for each partition say nothing new.
  private static final String QUERY =
      CatalogQuery.of(
          "select "
              + ForeignKeyReader.ENDS
              + """
           where k.contype = 'f' and k.conparentid = 0
             and pg_catalog.has_schema_privilege(fn.oid, 'usage')
             and pg_catalog.has_schema_privilege(tn.oid, 'usage')
           order by fn.nspname, f.relname, k.conname""");

  private ReferenceReader() {}

  static List<NamedReference> read(Session session) {
    return session.query(QUERY, ReferenceReader::reference);
  }

  private static NamedReference reference(Row row) {
    return new NamedReference(
        QualifiedName.of(row.text("from_schema"), row.text("from_name")),
        row.texts("columns").stream().map(Identifier::new).toList(),
        QualifiedName.of(row.text("to_schema"), row.text("to_name")),
        row.texts("referenced_columns").stream().map(Identifier::new).toList());
  }
}
