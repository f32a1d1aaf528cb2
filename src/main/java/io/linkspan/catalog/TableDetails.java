package io.linkspan.catalog;

import java.util.List;
import java.util.Optional;

/**
 * What there is to know of a table beside what matters to a copy.
 *
 * @param persistence {@code permanent}, {@code unlogged} or {@code temporary}
 * @param accessMethod such as {@code heap}; empty for what stores no rows
 * @param options the storage parameters, empty for none
 * @param query of a view
 * @param bound of a partition
 * @param server of a foreign table
 * @param parents the tables that it inherits from or is a partition of, as SQL
 * @param children the tables that inherit from it, as SQL, a partition with its bound
 */
public record TableDetails(
    String persistence,
    Optional<String> accessMethod,
    String options,
    Optional<String> query,
    Optional<String> bound,
    Optional<String> server,
    List<String> parents,
    List<String> children,
    List<Policy> policies,
    List<ColumnDetails> columns) {

  /** Nothing but what a {@link Table} tells itself. */
  public static final TableDetails NONE =
      new TableDetails(
          "permanent",
          Optional.empty(),
          "",
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          List.of(),
          List.of(),
          List.of(),
          List.of());

  /**
   * A policy of row security.
   *
   * @param text whom it is for and what it lets through, in SQL's words
   */
  public record Policy(String name, String text) {}

  /**
   * How a column is kept.
   *
   * @param name as SQL
   * @param storage {@code plain}, {@code extended}, {@code main} or {@code external}
   * @param compression empty for the server's default
   * @param statistics the statistics target; empty for the server's default
   */
  public record ColumnDetails(
      String name,
      String storage,
      String compression,
      String statistics,
      Optional<String> description) {}

  public TableDetails {
    parents = List.copyOf(parents);
    children = List.copyOf(children);
    policies = List.copyOf(policies);
    columns = List.copyOf(columns);
  }
}
