package io.linkspan.completion;

import io.linkspan.catalog.NamedColumn;
import io.linkspan.pg.Identifier;
import io.linkspan.pg.QualifiedName;
import java.util.List;

/**
 * Something that a query reads or writes.
 *
 * @param name by which its columns are qualified
 * @param aliased whether the name was given in the query
 * @param home the level that names it
 * @param renamed new names of its first columns
 */
record Source(
    Identifier name, boolean aliased, Content content, Level home, List<Identifier> renamed) {

  /** Where its columns come from. */
  sealed interface Content {
    /** A table, a view or a query of WITH. */
    record OfTable(QualifiedName name) implements Content {}

    /** A query in brackets. */
    record OfQuery(Level level) implements Content {}

    /** Columns that are declared in the text. */
    record Declared(List<NamedColumn> columns) implements Content {}

    /** The result of a function; one that gives a bare value names its column like itself. */
    record OfCall() implements Content {}
  }

  Source {
    renamed = List.copyOf(renamed);
  }
}
