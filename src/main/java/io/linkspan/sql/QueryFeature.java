package io.linkspan.sql;

/** A part of a query that matters to whoever wraps or repeats it. */
public enum QueryFeature {
  WITH,
  /** INSERT, UPDATE, DELETE or MERGE in WITH. */
  DATA_CHANGE,
  DISTINCT,
  INTO,
  GROUP_BY,
  HAVING,
  WINDOW,
  SET_OPERATION,
  ORDER_BY,
  /** LIMIT, OFFSET or FETCH. */
  LIMIT,
  /** FOR UPDATE and its weaker forms. */
  LOCKING;

  static QueryFeature of(Clause clause) {
    return switch (clause) {
      case WITH -> WITH;
      case INTO -> INTO;
      case GROUP_BY -> GROUP_BY;
      case HAVING -> HAVING;
      case WINDOW -> WINDOW;
      case UNION, INTERSECT, EXCEPT -> SET_OPERATION;
      case ORDER_BY -> ORDER_BY;
      case LIMIT, OFFSET, FETCH -> LIMIT;
      case FOR -> LOCKING;
      default -> throw new IllegalArgumentException("plain clause " + clause);
    };
  }

  /** Whether the clause is one that a query need not have and that is not read for itself. */
  static boolean isFeature(Clause clause) {
    return switch (clause) {
      case SELECT, VALUES, TABLE, FROM, WHERE, ON_CONFLICT, RETURNING -> false;
      default -> true;
    };
  }
}
