package io.linkspan.catalog;

import io.linkspan.pg.QualifiedName;

/**
 * A routine that a query could call.
 *
 * @param visible whether the search path finds it by its bare name
 * @param arguments as {@code pg_get_function_identity_arguments} spells them; may be empty
 * @param resultSql the result type's spelling; empty for a procedure
 */
public record RoutineName(
    QualifiedName name, boolean visible, Kind kind, String arguments, String resultSql) {
  /** What sort of routine it is. */
  public enum Kind {
    FUNCTION,
    AGGREGATE,
    WINDOW,
    PROCEDURE
  }
}
