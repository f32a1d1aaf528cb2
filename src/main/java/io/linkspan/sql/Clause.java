package io.linkspan.sql;

/** A clause of a query or INSERT, by the words that begin it. */
enum Clause {
  WITH("with"),
  SELECT("select"),
  VALUES("values"),
  TABLE("table"),
  INTO("into"),
  FROM("from"),
  WHERE("where"),
  GROUP_BY("group by"),
  HAVING("having"),
  WINDOW("window"),
  UNION("union"),
  INTERSECT("intersect"),
  EXCEPT("except"),
  ORDER_BY("order by"),
  LIMIT("limit"),
  OFFSET("offset"),
  FETCH("fetch"),
  FOR("for"),
  ON_CONFLICT("on conflict"),
  RETURNING("returning");

  private final String phrase;

  Clause(String phrase) {
    this.phrase = phrase;
  }

  String[] words() {
    return phrase.split(" ", -1);
  }

  /** Whether the other clause ends this one; ON CONFLICT has a WHERE of its own. */
  boolean endsAt(Clause next) {
    return this != ON_CONFLICT || next == RETURNING;
  }

  boolean isSetOperation() {
    return this == UNION || this == INTERSECT || this == EXCEPT;
  }
}
