package io.linkspan.completion;

import io.linkspan.catalog.NamedColumn;
import io.linkspan.catalog.NamedColumn.KeyMark;
import io.linkspan.pg.Identifier;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/**
 * By which columns of a table its rows may clash.
 *
 * @param all the columns of the table
 * @param together its unique keys of more than one column
 * @param listed the columns that are typed already
 */
public record ClashColumns(
    List<NamedColumn> all, List<List<Identifier>> together, List<Identifier> listed) {
  public ClashColumns {
    all = List.copyOf(all);
    together = List.copyOf(together);
    listed = List.copyOf(listed);
  }

  /** What is missing of the keys of more than one column, where more than one is. */
  public List<List<Identifier>> keys() {
    return together.stream()
        .filter(key -> key.containsAll(listed))
        .map(this::missing)
        .filter(key -> key.size() > 1)
        .toList();
  }

  private List<Identifier> missing(List<Identifier> key) {
    return key.stream().filter(column -> !listed.contains(column)).toList();
  }

  /** The single columns of unique keys, those of the primary key first. */
  public List<NamedColumn> columns() {
    return all.stream()
        .filter(column -> column.keyMark() != KeyMark.NONE && !listed.contains(column.name()))
        .filter(column -> listed.isEmpty() || isKeyWithListed(column.name()))
        .sorted(Comparator.comparing(NamedColumn::keyMark).reversed())
        .toList();
  }

  private boolean isKeyWithListed(Identifier column) {
    return together.stream().anyMatch(key -> key.contains(column) && key.containsAll(listed));
  }

  /** The columns as they are typed. */
  public static String list(List<Identifier> columns) {
    return columns.stream().map(Identifier::quoted).collect(Collectors.joining(", "));
  }
}
