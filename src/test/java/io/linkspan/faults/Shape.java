package io.linkspan.faults;

import java.util.Locale;

/** A copy that is tried: what is copied into what, and which rows must be there in the end. */
enum Shape {
  /** No key on the target would stop a row from coming twice. */
  PLAIN("big -> copy_plain", "copy_plain", "", ""),
  /** Two unique keys, some of whose values the target has already. */
  KEYED(
      "big -> copy_keyed on conflict do nothing",
      "copy_keyed",
      "WHERE id % 50 <> 0",
      "WHERE name IS DISTINCT FROM 'was here'"),
  /** The rows of a query, which cannot be cut by a condition. */
  QUERY(
      "(select b.* from big b left join kinds k on k.kind = b.id % 7 where k.name <> 'six') -> copy_plain",
      "copy_plain", "WHERE id % 7 <> 6", "");

  static final String COLUMNS =
      "(id bigint, code text NOT NULL, name text, amount numeric(12,2), at timestamptz,"
          + " flag boolean, data jsonb, bytes bytea, tags text[])";

  private final String copy;
  private final String table;
  private final String expected;
  private final String arrived;

  Shape(String copy, String table, String expected, String arrived) {
    this.copy = copy;
    this.table = table;
    this.expected = expected;
    this.arrived = arrived;
  }

  static Shape named(String name) {
    return valueOf(name.toUpperCase(Locale.ROOT));
  }

  /** Makes the source's tables. */
  static String source(int rows) {
    return """
        DROP TABLE IF EXISTS big, kinds;
        CREATE TABLE big %s;
        INSERT INTO big
        SELECT n, 'c' || n, CASE WHEN n %% 11 <> 0 THEN repeat('name ', (n %% 9)::int) || n END,
               CASE WHEN n %% 13 <> 0 THEN n / 7.0 END, timestamptz '2020-01-01' + n * interval '1 minute',
               n %% 3 = 0, CASE WHEN n %% 5 <> 0 THEN jsonb_build_object('n', n) END,
               CASE WHEN n %% 17 <> 0 THEN decode(md5(n::text), 'hex') END, ARRAY['a', NULL, n::text]
        FROM generate_series(1, %d) AS n;
        ALTER TABLE big ADD PRIMARY KEY (id);
        CREATE TABLE kinds AS SELECT n AS kind, CASE n WHEN 6 THEN 'six' ELSE 'other' END AS name
        FROM generate_series(0, 6) AS n;
        ANALYZE big, kinds;
        """
        .formatted(COLUMNS, rows);
  }

  /** Makes the target's table as it is before the copy, and forgets earlier runs. */
  String target(int rows) {
    String keyed =
        """
        ALTER TABLE copy_keyed ADD PRIMARY KEY (id), ADD UNIQUE (code);
        INSERT INTO copy_keyed (id, code, name)
        SELECT n, 'was here ' || n, 'was here' FROM generate_series(50, %d, 50) AS n;
        """
            .formatted(rows);
    return "DROP SCHEMA IF EXISTS linkspan CASCADE; DROP TABLE IF EXISTS "
        + table
        + "; CREATE TABLE "
        + table
        + " "
        + COLUMNS
        + ";"
        + (this == KEYED ? keyed : "");
  }

  /** What is typed to plan it. */
  String plan(String clauses) {
    return "plan copy "
        + copy
        + " "
        + (this == QUERY ? clauses.replaceAll("workers \\d+", "") : clauses);
  }

  String table() {
    return table;
  }

  /** The rows that must come from the source. */
  String expected() {
    return "SELECT * FROM big " + expected;
  }

  /** The rows of the target that came from the source. */
  String arrived() {
    return "SELECT * FROM " + table + " " + arrived;
  }

  /** How many rows the target has before the copy. */
  int before(int rows) {
    return this == KEYED ? rows / 50 : 0;
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
