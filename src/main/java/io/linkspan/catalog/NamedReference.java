package io.linkspan.catalog;

import io.linkspan.pg.Identifier;
import io.linkspan.pg.QualifiedName;
import java.util.List;

/**
 * A foreign key between two relations, for join conditions.
 *
 * @param columns of the referencing table, in the key's order
 * @param referencedColumns of the referenced one, in the same order
 */
public record NamedReference(
    QualifiedName table,
    List<Identifier> columns,
    QualifiedName referenced,
    List<Identifier> referencedColumns) {
  public NamedReference {
    columns = List.copyOf(columns);
    referencedColumns = List.copyOf(referencedColumns);
  }
}
