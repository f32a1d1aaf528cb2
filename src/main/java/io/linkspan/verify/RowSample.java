package io.linkspan.verify;

import java.util.List;

/**
 * A row, for people; long values are cut.
 *
 * @param key the values of its key, or of all its columns where it has none
 * @param columns the columns that differ; none where one side has no row
 * @param source their values on the source
 * @param target their values on the target
 */
public record RowSample(
    List<String> key, List<String> columns, List<String> source, List<String> target) {
  public RowSample {
    key = List.copyOf(key);
    columns = List.copyOf(columns);
    source = List.copyOf(source);
    target = List.copyOf(target);
    if (source.size() != columns.size() || target.size() != columns.size()) {
      throw new IllegalArgumentException("each column that differs has two values");
    }
  }
}
