package io.linkspan.catalog;

import io.linkspan.pg.Identifier;
import io.linkspan.pg.QualifiedName;
import java.util.List;

/**
 * A foreign key.
 *
 * @param table the table that has it
 * @param columns the columns of that table
 * @param references the table that it refers to
 */
public record ForeignKey(
    Identifier name,
    QualifiedName table,
    List<Identifier> columns,
    QualifiedName references,
    List<Identifier> referencedColumns,
    boolean deferrable) {
  public ForeignKey {
    columns = List.copyOf(columns);
    referencedColumns = List.copyOf(referencedColumns);
  }
}
