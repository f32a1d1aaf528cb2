package io.linkspan.catalog;

import io.linkspan.pg.Identifier;
import io.linkspan.pg.QualifiedName;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * An immutable snapshot of what one database has, as far as one copy needs it.
 *
 * @param connection the connection's name
 * @param relations every relation that the role may look up, for names
 * @param tables the relations read in detail, by their qualified names
 * @param types the names of the types that exist, as {@code schema.name}
 */
public record Catalog(
    String connection,
    ServerFacts server,
    List<RelationName> relations,
    Map<QualifiedName, Table> tables,
    Casts casts,
    Set<String> types) {

  public Catalog {
    relations = List.copyOf(relations);
    tables = Map.copyOf(tables);
    types = Set.copyOf(types);
  }

  /** The full name of a relation: a bare name is looked for along the search path. */
  public Optional<QualifiedName> resolve(QualifiedName wanted) {
    if (wanted.schema().isPresent()) {
      return relations.stream().map(RelationName::name).filter(wanted::equals).findFirst();
    }
    for (Identifier schema : server.searchPath()) {
      QualifiedName candidate = new QualifiedName(Optional.of(schema), wanted.name());
      if (relations.stream().anyMatch(r -> r.name().equals(candidate))) {
        return Optional.of(candidate);
      }
    }
    return Optional.empty();
  }

  /** The details of a relation, where they were read. */
  public Optional<Table> table(QualifiedName wanted) {
    return resolveOrTake(wanted).map(tables::get);
  }

  /**
   * As {@link #resolve}, but a name with a schema is taken as it is: the role may lack the right to
   * look into that schema, which a check is to tell.
   */
  Optional<QualifiedName> resolveOrTake(QualifiedName wanted) {
    return resolve(wanted).or(() -> Optional.of(wanted).filter(n -> n.schema().isPresent()));
  }

  /** Whether a type of that schema and name exists. */
  public boolean hasType(String schema, String name) {
    return types.contains(schema + "." + name);
  }
}
