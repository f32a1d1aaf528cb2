package io.linkspan.completion;

/** The parts of a statement in which expressions stand. */
enum Clause {
  TARGETS,
  DISTINCT_ON,
  FROM,
  ON,
  SET,
  VALUES,
  WHERE,
  GROUP,
  HAVING,
  WINDOW,
  ORDER,
  LIMIT,
  CONFLICT,
  RETURNING,
  WHEN,
  OTHER;

  /** Whether the names of the select list stand for its values there. */
  boolean seesOutputs() {
    return this == GROUP || this == ORDER || this == DISTINCT_ON;
  }
}
