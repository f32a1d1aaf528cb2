package io.linkspan.session;

import io.linkspan.catalog.Key;
import io.linkspan.catalog.Table;
import io.linkspan.pg.Identifier;
import io.linkspan.pg.QualifiedName;
import io.linkspan.request.TableReference;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What a plan relies upon of a table: columns, types, NOT NULL, defaults, keys, and whatever may
 * hide, change or drop rows.
 *
 * @param connection the name of its connection
 * @param written whether rows go there; else they are read
 * @param only the columns that the plan names for the target; empty where names decide
 * @param columns those that the plan needs, all of the target
 * @param beside names of the source's columns that the plan does not need
 * @param keys of the target, one line each
 * @param others row security, triggers, rules, and that it is no ordinary table
 */
public record TableShape(
    String connection,
    QualifiedName name,
    boolean written,
    Optional<List<Identifier>> only,
    List<ColumnShape> columns,
    Set<String> beside,
    List<String> keys,
    List<OtherShape> others) {

  public TableShape {
    only = only.map(List::copyOf);
    columns = List.copyOf(columns);
    beside = Set.copyOf(beside);
    keys = List.copyOf(keys);
    others = List.copyOf(others);
  }

  /** That of a target's table. */
  static TableShape written(String connection, Table table, Optional<List<Identifier>> only) {
    return new TableShape(
        connection,
        table.name(),
        true,
        only,
        table.columns().stream().map(ColumnShape::of).toList(),
        Set.of(),
        table.keys().stream().map(TableShape::key).toList(),
        OtherShape.ofTarget(table));
  }

  /**
   * That of a source's table.
   *
   * @param needed the names of the columns that the plan needs
   */
  static TableShape read(String connection, Table table, Set<String> needed) {
    return new TableShape(
        connection,
        table.name(),
        false,
        Optional.empty(),
        table.columns().stream()
            .filter(column -> needed.contains(column.name().name()))
            .map(ColumnShape::read)
            .toList(),
        table.columns().stream()
            .map(column -> column.name().name())
            .filter(name -> !needed.contains(name))
            .collect(Collectors.toSet()),
        List.of(),
        OtherShape.ofSource(table));
  }

  private static String key(Key key) {
    String kind = key.primary() ? "primary key" : key.exclusion() ? "exclude" : "unique";
    return kind
        + " "
        + key.name().quoted()
        + key.elements().stream()
            .map(Key.Element::expression)
            .collect(Collectors.joining(", ", " (", ")"))
        + key.predicate().map(text -> " where " + text).orElse("")
        + (key.nullsDistinct() ? "" : " nulls not distinct")
        + (key.immediate() ? "" : " deferrable");
  }

  /** The name as it is typed. */
  public TableReference reference() {
    return new TableReference(Optional.of(connection), name);
  }

  /** The lines that read as the same. */
  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add(
        (written ? "write " : "read ") + reference() + only.map(TableShape::names).orElse(""));
    columns.forEach(column -> lines.add("  " + column.line()));
    if (!beside.isEmpty()) {
      lines.add("  and" + names(new TreeSet<>(beside).stream().map(Identifier::new).toList()));
    }
    keys.forEach(key -> lines.add("  " + key));
    others.forEach(other -> lines.add("  " + other.line()));
    return lines;
  }

  private static String names(List<Identifier> names) {
    return names.stream().map(Identifier::quoted).collect(Collectors.joining(", ", " (", ")"));
  }

  /** The column of that name. */
  Optional<ColumnShape> column(Identifier wanted) {
    return columns.stream().filter(column -> column.name().equals(wanted)).findFirst();
  }
}
