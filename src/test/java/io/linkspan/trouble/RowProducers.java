package io.linkspan.trouble;

import static io.linkspan.trouble.ConnectingProducers.both;

import io.linkspan.trouble.Lab.Raised;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Makes the troubles of conflict rules, of values and of rows that the target refuses. */
final class RowProducers {
  private final Map<String, Producer> all = new HashMap<>();

  static Map<String, Producer> all() {
    RowProducers made = new RowProducers();
    made.keys();
    made.conflictRules();
    made.views();
    made.values();
    made.encodings();
    made.generated();
    made.constraints();
    return made.all;
  }

  /** An INSERT of remote rows into a table of app_user's that is made for it. */
  private void inserting(String id, String table, String remote, String columns, String conflict) {
    String name = "t_" + id.replace('-', '_');
    all.put(
        id,
        lab -> {
          lab.target().execute(table.replace("NAME", name));
          return lab.byTarget(
              "INSERT INTO "
                  + name
                  + " SELECT * FROM "
                  + lab.from(remote, columns)
                  + " "
                  + conflict.replace("NAME", name));
        });
  }

  /** Remote values read as a type of the target's, and the same cast on the source. */
  private void reading(String id, String text, String type, boolean onSource) {
    all.put(
        id,
        lab -> {
          List<Raised> target =
              lab.byTarget("SELECT * FROM " + lab.from("SELECT " + text, "v " + type));
          return onSource
              ? both(
                  target,
                  lab.bySource(
                      "SELECT * FROM "
                          + lab.from("SELECT CAST(" + text + "::text AS " + type + ")", "v text")))
              : target;
        });
  }

  private void keys() {
    String one = "CREATE TABLE NAME (a integer PRIMARY KEY, b text)";
    String row = "a integer, b text";
    inserting("no-such-key", one, "SELECT 1, 'x'", row, "ON CONFLICT (b) DO NOTHING");
    inserting(
        "conflict-action-without-key",
        one,
        "SELECT 1, 'x'",
        row,
        "ON CONFLICT DO UPDATE SET b = 'y'");
    inserting(
        "constraint-unknown",
        one,
        "SELECT 1, 'x'",
        row,
        "ON CONFLICT ON CONSTRAINT nocons DO NOTHING");
    inserting(
        "key-twice-in-one-copy",
        one,
        "VALUES (1, 'x'), (1, 'y')",
        row,
        "ON CONFLICT (a) DO UPDATE SET b = excluded.b");
    inserting(
        "key-deferrable",
        "CREATE TABLE NAME (a integer PRIMARY KEY DEFERRABLE)",
        "SELECT 1",
        "a integer",
        "ON CONFLICT DO NOTHING");
    inserting("key-taken", one, "VALUES (1, 'x'), (1, 'y')", row, "");
    all.put(
        "distinct-on-order",
        lab ->
            both(
                lab.bySource(
                    "SELECT * FROM "
                        + lab.from(
                            "SELECT DISTINCT ON (a) a FROM (SELECT 1 a, 2 b) x ORDER BY b",
                            "a int")),
                lab.byTarget(
                    "SELECT DISTINCT ON (a) * FROM "
                        + lab.from("SELECT 1, 2", "a int, b int")
                        + " ORDER BY b")));
    all.put(
        "distinct-order",
        lab ->
            lab.byTarget(
                "SELECT DISTINCT a FROM "
                    + lab.from("SELECT 1, 2", "a int, b int")
                    + " ORDER BY b"));
  }

  private void conflictRules() {
    inserting(
        "exclusion-constraint-update",
        "CREATE TABLE NAME (r int4range, CONSTRAINT NAME_excl EXCLUDE USING gist (r WITH &&))",
        "SELECT '[1,2)'",
        "r int4range",
        "ON CONFLICT ON CONSTRAINT NAME_excl DO UPDATE SET r = excluded.r");
    inserting(
        "rules-forbid-conflict-rule",
        "CREATE TABLE NAME (a integer PRIMARY KEY);"
            + " CREATE RULE r AS ON UPDATE TO NAME DO ALSO SELECT 1",
        "SELECT 1",
        "a integer",
        "ON CONFLICT DO NOTHING");
    inserting(
        "update-moves-row-to-other-partition",
        "CREATE TABLE NAME (a integer PRIMARY KEY, b text) PARTITION BY RANGE (a);"
            + " CREATE TABLE NAME_1 PARTITION OF NAME FOR VALUES FROM (0) TO (10);"
            + " CREATE TABLE NAME_2 PARTITION OF NAME FOR VALUES FROM (10) TO (20);"
            + " INSERT INTO NAME VALUES (1, 'x')",
        "SELECT 1, 'y'",
        "a integer, b text",
        "ON CONFLICT (a) DO UPDATE SET a = 15");
  }

  private void views() {
    inserting(
        "view-column-not-updatable",
        "CREATE TABLE NAME_0 (a integer); CREATE VIEW NAME AS SELECT a, a + 1 AS v FROM NAME_0",
        "SELECT 1, 2",
        "a integer, v integer",
        "");
    inserting(
        "view-not-updatable",
        "CREATE TABLE NAME_0 (a integer); CREATE VIEW NAME AS SELECT a FROM NAME_0 GROUP BY a",
        "SELECT 1",
        "a integer",
        "");
    inserting(
        "view-check-option",
        "CREATE TABLE NAME_0 (a integer);"
            + " CREATE VIEW NAME AS SELECT a FROM NAME_0 WHERE a > 5 WITH CHECK OPTION",
        "SELECT 1",
        "a integer",
        "");
    inserting(
        "materialized-view",
        "CREATE MATERIALIZED VIEW NAME AS SELECT 1 AS a",
        "SELECT 1",
        "a integer",
        "");
  }

  private void values() {
    all.put(
        "enum-label-unknown",
        lab -> {
          lab.target().execute("CREATE TYPE colour AS ENUM ('red')");
          return lab.byTarget("SELECT * FROM " + lab.from("SELECT 'blue'", "c colour"));
        });
    reading("text-is-not-of-the-type", "'12,50'", "numeric", true);
    reading("number-out-of-range", "'9999999999'", "integer", true);
    all.put(
        "text-too-long",
        lab -> {
          lab.source().execute("CREATE DOMAIN three AS varchar(3)");
          return lab.byTarget("SELECT * FROM " + lab.from("SELECT 'abcdef'", "v varchar(3)"));
        });
    reading("date-text-wrong", "'soon'", "date", true);
    reading("date-out-of-range", "'2020-31-12'", "date", true);
    reading("bits-of-other-length", "'1010'", "bit(3)", false);
    all.put(
        "division-by-zero",
        lab ->
            both(
                lab.bySource("SELECT * FROM " + lab.from("SELECT 1 / 0", "a integer")),
                lab.byTarget("SELECT 1 / a FROM " + lab.from("SELECT 0", "a integer"))));
    reading("unicode-escape-impossible", "'{\"a\": \"\\u0000\"}'", "jsonb", true);
    all.put(
        "xml-is-no-document",
        lab ->
            lab.byTarget(
                "SET xmloption = document",
                "SELECT * FROM " + lab.from("SELECT 'just text'", "x xml")));
  }

  private void encodings() {
    all.put("character-not-in-encoding", lab -> other(lab, "LATIN1", "SELECT U&'\\20AC'", false));
    all.put("bytes-not-in-encoding", lab -> other(lab, "SQL_ASCII", "SELECT E'\\xe9'", true));
  }

  /** The other database, of another encoding, is the target, or the source that is read from it. */
  private static List<Raised> other(Lab lab, String encoding, String remote, boolean asSource) {
    String name = lab.target().name() + "_" + encoding.toLowerCase(Locale.ROOT);
    lab.server()
        .execute(
            "postgres",
            "CREATE DATABASE "
                + name
                + " OWNER app_user TEMPLATE template0 LC_COLLATE 'C' LC_CTYPE 'C' ENCODING '"
                + encoding
                + "'");
    try {
      if (!asSource) {
        lab.server()
            .execute(
                name,
                "CREATE SCHEMA dblink; CREATE EXTENSION dblink SCHEMA dblink; GRANT USAGE ON SCHEMA dblink TO PUBLIC");
        return lab.inDatabase(name).bySource("SELECT * FROM " + lab.from(remote, "a text"));
      }
      String conninfo = lab.way("dbname=" + name);
      return lab.bySource(
          "SELECT * FROM dblink.dblink(" + conninfo + ", $r$" + remote + "$r$) AS t(a text)");
    } finally {
      lab.server().execute("postgres", "DROP DATABASE " + name + " WITH (FORCE)");
    }
  }

  private void generated() {
    inserting(
        "generated-value",
        "CREATE TABLE NAME (a integer, b integer GENERATED ALWAYS AS (a * 2) STORED)",
        "SELECT 1, 2",
        "a integer, b integer",
        "");
    inserting(
        "identity-always",
        "CREATE TABLE NAME (id integer GENERATED ALWAYS AS IDENTITY)",
        "SELECT 1",
        "id integer",
        "");
  }

  private static List<Raised> parents(Lab lab, String table, String rule, String statement) {
    lab.target()
        .execute(
            ("CREATE TABLE %1$s_0 (id integer PRIMARY KEY); INSERT INTO %1$s_0 VALUES (1);"
                    + " CREATE TABLE %1$s (id integer REFERENCES %1$s_0 %2$s); INSERT INTO %1$s VALUES (1)")
                .formatted(table, rule));
    return lab.byTarget(statement);
  }

  private void constraints() {
    inserting(
        "null-in-not-null-column",
        "CREATE TABLE NAME (a integer NOT NULL)",
        "SELECT NULL",
        "a integer",
        "ON CONFLICT DO NOTHING");
    all.put(
        "domain-forbids-null",
        lab -> {
          lab.target().execute("CREATE DOMAIN never_null AS integer NOT NULL");
          return lab.byTarget("SELECT * FROM " + lab.from("SELECT NULL", "a never_null"));
        });
    inserting(
        "parent-missing",
        "CREATE TABLE NAME_0 (id integer PRIMARY KEY);"
            + " CREATE TABLE NAME (id integer REFERENCES NAME_0)",
        "SELECT 1",
        "id integer",
        "ON CONFLICT DO NOTHING");
    all.put(
        "children-remain",
        lab ->
            both(
                parents(lab, "kept", "", "DELETE FROM kept_0"),
                parents(lab, "bound", "ON DELETE RESTRICT", "DELETE FROM bound_0")));
    all.put("truncate-of-a-parent", lab -> parents(lab, "whole", "", "TRUNCATE whole_0"));
    inserting(
        "exclusion-violated",
        "CREATE TABLE NAME (r int4range, EXCLUDE USING gist (r WITH &&))",
        "VALUES ('[1,5)'), ('[2,6)')",
        "r int4range",
        "");
    all.put(
        "domain-check-violated",
        lab -> {
          lab.target().execute("CREATE DOMAIN posint AS integer CHECK (VALUE > 0)");
          return lab.byTarget("SELECT * FROM " + lab.from("SELECT -1", "a posint"));
        });
    inserting(
        "no-partition-for-row",
        "CREATE TABLE NAME (a integer) PARTITION BY RANGE (a)",
        "SELECT 1",
        "a integer",
        "ON CONFLICT DO NOTHING");
    inserting(
        "partition-bounds-violated",
        "CREATE TABLE NAME_0 (a integer) PARTITION BY RANGE (a);"
            + " CREATE TABLE NAME PARTITION OF NAME_0 FOR VALUES FROM (0) TO (10)",
        "SELECT 11",
        "a integer",
        "");
    inserting(
        "check-violated",
        "CREATE TABLE NAME (a integer CHECK (a < 10))",
        "SELECT 11",
        "a integer",
        "ON CONFLICT DO NOTHING");
  }
}
