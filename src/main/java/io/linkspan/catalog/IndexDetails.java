package io.linkspan.catalog;

import java.util.List;
import java.util.Optional;

/**
 * An index, as describe shows it.
 *
 * @param table the table's name, as SQL
 * @param method such as {@code btree}
 * @param marks what sets it apart, such as {@code primary key} or {@code invalid}
 * @param predicate of a partial index
 * @param definition the statement that makes it
 */
public record IndexDetails(
    String table,
    String method,
    List<String> marks,
    Optional<String> predicate,
    String definition,
    List<Part> parts) {

  /**
   * A column of the index.
   *
   * @param key whether it is one that the index is ordered by, not one that is only kept in it
   */
  public record Part(String column, String type, boolean key, String definition) {}

  public IndexDetails {
    marks = List.copyOf(marks);
    parts = List.copyOf(parts);
  }
}
