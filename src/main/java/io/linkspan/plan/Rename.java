package io.linkspan.plan;

import io.linkspan.catalog.Column;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Two columns of different names that likely are one.
 *
 * @param expression what fills the target column: the source column, cast where that is needed
 */
public record Rename(Column from, Column to, String expression) {
  /** The part of a {@code map} that makes the pair, such as {@code username = user_name}. */
  public String pair() {
    return to.name().quoted() + " = " + expression;
  }

  /** The clause to be typed for all of them. */
  public static String clause(List<Rename> renames) {
    return renames.stream().map(Rename::pair).collect(Collectors.joining(", ", "map ", ""));
  }
}
