package io.linkspan.catalog;

import io.linkspan.pg.Identifier;
import java.util.List;

/**
 * How a table is partitioned.
 *
 * @param key {@code pg_get_partkeydef}, such as {@code RANGE (created_at)}
 * @param columns the columns of the key, without those that stand in an expression
 * @param bounds the bounds of its partitions, such as {@code FOR VALUES IN ('a')} or {@code
 *     DEFAULT}
 * @param takesAll whether every row finds a partition, as far as default partitions and hashing
 *     tell
 */
public record Partitioning(
    String key, List<Identifier> columns, List<String> bounds, boolean takesAll) {
  public Partitioning {
    columns = List.copyOf(columns);
    bounds = List.copyOf(bounds);
  }
}
