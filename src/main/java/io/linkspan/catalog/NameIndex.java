package io.linkspan.catalog;

import io.linkspan.pg.Identifier;
import io.linkspan.pg.QualifiedName;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Every name of a database that completion may offer. Immutable; a look-up by name takes constant
 * time.
 */
public final class NameIndex {
  private final List<RelationName> relations;
  private final Map<QualifiedName, List<NamedColumn>> columns;
  private final List<Identifier> schemas;
  private final List<RoutineName> routines;
  private final List<QualifiedName> types;
  private final List<NamedReference> references;
  private final List<ListedName> listed;
  private final Map<QualifiedName, List<List<Identifier>>> keys;
  private final Map<QualifiedName, RelationName> byName = new HashMap<>();
  private final Map<Identifier, RelationName> visibleByName = new HashMap<>();

  /**
   * An index over these names.
   *
   * @param relations by schema and name
   * @param columns of each relation, in order
   * @param routines by name; those of pg_catalog among them
   * @param types by name; those that the search path finds have no schema
   */
  public NameIndex(
      List<RelationName> relations,
      Map<QualifiedName, List<NamedColumn>> columns,
      List<Identifier> schemas,
      List<RoutineName> routines,
      List<QualifiedName> types,
      List<NamedReference> references) {
    this(relations, columns, schemas, routines, types, references, List.of(), Map.of());
  }

  /**
   * The same with more.
   *
   * @param listed by name
   * @param keys of more than one column, by relation
   */
  public NameIndex(
      List<RelationName> relations,
      Map<QualifiedName, List<NamedColumn>> columns,
      List<Identifier> schemas,
      List<RoutineName> routines,
      List<QualifiedName> types,
      List<NamedReference> references,
      List<ListedName> listed,
      Map<QualifiedName, List<List<Identifier>>> keys) {
    this.listed = List.copyOf(listed);
    this.keys = Map.copyOf(keys);
    this.relations = List.copyOf(relations);
    this.columns = Map.copyOf(columns);
    this.schemas = List.copyOf(schemas);
    this.routines = List.copyOf(routines);
    this.types = List.copyOf(types);
    this.references = List.copyOf(references);
    for (RelationName relation : this.relations) {
      byName.put(relation.name(), relation);
      if (relation.visible()) {
        visibleByName.put(relation.name().name(), relation);
      }
    }
  }

  public List<RelationName> relations() {
    return relations;
  }

  public List<Identifier> schemas() {
    return schemas;
  }

  public List<RoutineName> routines() {
    return routines;
  }

  public List<QualifiedName> types() {
    return types;
  }

  public List<NamedReference> references() {
    return references;
  }

  /** Sequences, indexes, roles and extensions. */
  public List<ListedName> listed() {
    return listed;
  }

  /** The relation that a query would find by that name. */
  public Optional<RelationName> relation(QualifiedName name) {
    return Optional.ofNullable(
        name.schema().isPresent() ? byName.get(name) : visibleByName.get(name.name()));
  }

  /** The unique keys of a relation that have more than one column. */
  public List<List<Identifier>> keys(RelationName relation) {
    return keys.getOrDefault(relation.name(), List.of());
  }

  /** The columns of a relation of this index, in order. */
  public List<NamedColumn> columns(RelationName relation) {
    return columns.getOrDefault(relation.name(), List.of());
  }
}
