package io.linkspan.catalog;

import io.linkspan.connection.Row;
import io.linkspan.connection.Session;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** What one query tells of many tables, sorted out by table. */
final class PerTable<T> {
  private final Map<Long, List<T>> found = new HashMap<>();

  private PerTable() {}

  /**
   * Asks once for all tables.
   *
   * @param sql takes the tables' OIDs as its one parameter and names them {@code table_oid}
   */
  static <T> PerTable<T> read(
      Session session, String sql, Function<Row, T> reader, List<Long> tables) {
    PerTable<T> perTable = new PerTable<>();
    session.query(
        sql,
        row -> perTable.add(row.number("table_oid"), reader.apply(row)),
        tables.stream().map(String::valueOf).toList());
    return perTable;
  }

  private boolean add(long table, T value) {
    return found.computeIfAbsent(table, oid -> new ArrayList<>()).add(value);
  }

  /** What was found of one table, in the query's order. */
  List<T> of(long table) {
    return List.copyOf(found.getOrDefault(table, List.of()));
  }
}
