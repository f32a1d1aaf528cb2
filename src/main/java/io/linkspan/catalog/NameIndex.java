package io.linkspan.catalog;

import io.linkspan.pg.QualifiedName;
import java.util.List;
import java.util.Map;

/**
 * Every name of a database that completion may offer.
 *
 * @param relations by schema and name
 * @param columns of each relation, in order
 */
public record NameIndex(
    List<RelationName> relations, Map<QualifiedName, List<NamedColumn>> columns) {
  public NameIndex {
    relations = List.copyOf(relations);
    columns = Map.copyOf(columns);
  }
}
