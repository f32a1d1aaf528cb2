package io.linkspan.misfit;

import static org.assertj.core.api.Assertions.assertThat;

import io.linkspan.command.CopyShell;
import io.linkspan.pg.ErrorFields;
import io.linkspan.testing.OnEachMajor;
import io.linkspan.testing.TestDatabase;
import io.linkspan.testing.TestDatabases;
import io.linkspan.testing.TestServer;
import java.time.Duration;
import java.util.List;

/** Every kind of value that does not fit is found with its row and column. */
final class MisfitsIT {
  @OnEachMajor
  void a_decimal_comma_is_named_with_the_clause_that_mends_it(TestDatabases databases) {
    String filled =
        "CREATE TABLE goods (id integer PRIMARY KEY, price text);"
            + "INSERT INTO goods SELECT n, CASE WHEN n % 100 = 77 THEN n || ',50' ELSE n || '.25' END"
            + " FROM generate_series(1, 1200) n";
    try (MisfitsRoute route =
        MisfitsRoute.of(
            databases, filled, "CREATE TABLE goods (id int PRIMARY KEY, price numeric(10,2))")) {
      String text = route.check("goods -> goods");
      assertThat(text)
          .isEqualTo(
              """
              [CHECK]
              12 of 1,200 rows do not fit
                row id=77, column "price": "77,50" is not a numeric (SQLSTATE 22P02)
                  target "main": invalid input syntax for type numeric: "77,50"
                  and 11 more rows: id=177 "177,50", id=277 "277,50", id=377 "377,50", …
              NEXT:   map price = replace(price, ',', '.')::numeric
                      where (price ~ '^[-+]?([0-9]+[.]?[0-9]*|[.][0-9]+)([eE][-+]?[0-9]+)?$') is not false""");
      route.shell().type("map price = replace(price, ',', '.')::numeric");
      assertThat(route.shell().type("check rows")).isEqualTo("All 1,200 rows fit.");
    }
  }

  private static final String KINDS =
      "CREATE TYPE mood AS ENUM (%s); CREATE DOMAIN positive AS integer %s;"
          + "CREATE TYPE pair AS (a integer, b %s);"
          + "CREATE TABLE kinds (id integer PRIMARY KEY, name %s, price %s, amount %s, big %s, bits %s,"
          + " mood mood, born %s, uid %s, doc %s, pos %s, flag %s, note text %s, pair pair, list %s);";

  @OnEachMajor
  void every_kind_of_value_is_found(TestDatabases databases) {
    String onSource =
        KINDS.formatted(
                "'sad', 'glad'",
                "",
                "text",
                "varchar(20)",
                "text",
                "numeric",
                "bigint",
                "bit(4)",
                "text",
                "text",
                "text",
                "integer",
                "text",
                "",
                "text")
            + "INSERT INTO kinds (id, note) SELECT n, 'x' FROM generate_series(1, 30) n;"
            + "UPDATE kinds SET name = 'abcdef' WHERE id = 1;"
            + "UPDATE kinds SET name = 'abc   ' WHERE id = 2;"
            + "UPDATE kinds SET price = '99999.5' WHERE id = 3;"
            + "UPDATE kinds SET price = '' WHERE id = 4;"
            + "UPDATE kinds SET amount = 12345.678 WHERE id = 5;"
            + "UPDATE kinds SET amount = 1.239 WHERE id = 6;"
            + "UPDATE kinds SET big = 3000000000 WHERE id = 7;"
            + "UPDATE kinds SET bits = B'1010' WHERE id = 8;"
            + "UPDATE kinds SET mood = 'glad' WHERE id = 9;"
            + "UPDATE kinds SET mood = 'sad' WHERE id = 10;"
            + "UPDATE kinds SET born = '2020-02-31' WHERE id = 11;"
            + "UPDATE kinds SET born = 'soon' WHERE id = 12;"
            + "UPDATE kinds SET uid = 'no uuid' WHERE id = 13;"
            + "UPDATE kinds SET doc = '{\"a\":' WHERE id = 14;"
            + "UPDATE kinds SET pos = -1 WHERE id = 15;"
            + "UPDATE kinds SET flag = 'perhaps' WHERE id = 16;"
            + "UPDATE kinds SET note = NULL WHERE id = 17;"
            + "UPDATE kinds SET pair = ROW(1, 'x') WHERE id = 18;"
            + "UPDATE kinds SET list = '{1,x}' WHERE id = 19;"
            + "UPDATE kinds SET name = E'a\\'\\\\\\x1b' WHERE id = 20";
    String onTarget =
        KINDS.formatted(
                "'sad'",
                "CHECK (VALUE > 0)",
                "integer",
                "varchar(3)",
                "numeric(5,2)",
                "numeric(5,2)",
                "integer",
                "bit(3)",
                "date",
                "uuid",
                "json",
                "positive",
                "boolean",
                "NOT NULL",
                "integer[]")
            + "ALTER TABLE kinds ADD CONSTRAINT not_thirty CHECK (id <> 30 OR note IS NULL);"
            + "CREATE TABLE plain (id integer PRIMARY KEY)";
    try (MisfitsRoute route = MisfitsRoute.of(databases, onSource, onTarget)) {
      List<String> rows =
          route
              .check("kinds -> kinds")
              .lines()
              .filter(line -> line.startsWith("  row") || line.startsWith("    and"))
              .map(String::strip)
              .toList();

      assertThat(rows)
          .containsExactly(
              "row id=9, column \"mood\": \"glad\" is no label of public.mood (SQLSTATE 22P02)",
              "row id=18, column \"pair\": \"(1,x)\" is not a public.pair (SQLSTATE 22P02)",
              "row id=1, column \"name\": \"abcdef\" is too long for character varying(3) (SQLSTATE 22001)",
              "and 1 more row: id=20 \"a'\\\\x1B\"",
              "row id=3, column \"price\": \"99999.5\" is out of range for numeric(5,2) (SQLSTATE 22003)",
              "row id=4, column \"price\": \"\" is not a numeric (SQLSTATE 22P02)",
              "row id=5, column \"amount\": \"12345.678\" is out of range for numeric(5,2) (SQLSTATE 22003)",
              "row id=7, column \"big\": \"3000000000\" is out of range for integer (SQLSTATE 22003)",
              "row id=8, column \"bits\": \"1010\" is not as long as bit(3) demands (SQLSTATE 22026)",
              "row id=11, column \"born\": \"2020-02-31\" is out of range for date (SQLSTATE 22008)",
              "row id=12, column \"born\": \"soon\" is not a date (SQLSTATE 22007)",
              "row id=13, column \"uid\": \"no uuid\" is not a uuid (SQLSTATE 22P02)",
              "row id=14, column \"doc\": \"{\"a\":\" is not a json (SQLSTATE 22P02)",
              "row id=15, column \"pos\": \"-1\" violates check constraint \"positive_check\" of public.positive",
              "row id=16, column \"flag\": \"perhaps\" is not a boolean (SQLSTATE 22P02)",
              "row id=19, column \"list\": \"{1,x}\" is not an integer[] (SQLSTATE 22P02)",
              "row id=17, column \"note\": NULL does not fit a NOT NULL column (SQLSTATE 23502)",
              "row id=30: id=\"30\", note=\"x\" violates check constraint \"not_thirty\" (SQLSTATE 23514)");
    }
  }

  @OnEachMajor
  void the_offered_clauses_mend_the_plan_as_they_are_shown(TestDatabases databases) {
    String onSource =
        "CREATE TABLE t (id integer PRIMARY KEY, price text, sold text, state text, active text, name varchar(20), note text);"
            + "INSERT INTO t SELECT n, '1.5', '2024-01-01', 'new', 'yes', 'x', 'y' FROM generate_series(1, 20) n;"
            + "UPDATE t SET price = '1.234,50' WHERE id = 1; UPDATE t SET price = ' ' WHERE id = 2;"
            + "UPDATE t SET price = '0,5' WHERE id = 3; UPDATE t SET sold = '31.12.2023' WHERE id = 4;"
            + "UPDATE t SET sold = '' WHERE id = 5; UPDATE t SET state = ' Paid' WHERE id = 6;"
            + "UPDATE t SET active = 'Nein' WHERE id = 7; UPDATE t SET active = 'ja' WHERE id = 8;"
            + "UPDATE t SET name = 'abcdefgh' WHERE id = 9; UPDATE t SET note = NULL WHERE id = 10";
    String onTarget =
        "CREATE TYPE state AS ENUM ('new', 'paid'); SET DateStyle = 'ISO, MDY';"
            + "CREATE TABLE t (id integer PRIMARY KEY, price numeric(10,2), sold date, state state, active boolean, name varchar(5), note text NOT NULL)";
    try (MisfitsRoute route = MisfitsRoute.of(databases, onSource, onTarget)) {
      List<String> next = clauses(route.check("t -> t"));

      assertThat(next).hasSize(7);
      for (String clause : next.subList(0, 6)) {
        assertThat(clause).startsWith("map ");
        route.shell().type(clause);
      }
      assertThat(route.shell().type("check rows")).isEqualTo("All 20 rows fit.");
      route.shell().type("plan copy t -> t");
      route.shell().type(next.get(6));
      assertThat(route.shell().type("check rows")).isEqualTo("All 10 rows fit.");
    }
  }

  /** The lines of NEXT. */
  private static List<String> clauses(String text) {
    return text.substring(text.indexOf("NEXT:") + 5).lines().map(String::strip).toList();
  }

  @OnEachMajor
  void rows_are_named_by_what_there_is(TestDatabases databases) {
    String onSource =
        "CREATE TABLE \"Two Keys\" (\"Part No\" integer, \"it's\" text, \"Value\" text,"
            + " PRIMARY KEY (\"Part No\", \"it's\"));"
            + "INSERT INTO \"Two Keys\" VALUES (1, 'a', '1'), (1, E'o\\'\\\\x', 'none'), (2, 'a', '2');"
            + "CREATE TABLE heap AS SELECT n AS id, CASE n WHEN 3 THEN 'x' ELSE '1' END AS value"
            + " FROM generate_series(1, 5) n;"
            + "CREATE VIEW seen AS SELECT * FROM heap;";
    String onTarget =
        "CREATE TABLE \"Two Keys\" (\"Part No\" integer, \"it's\" text, \"Value\" integer);"
            + "CREATE TABLE heap (id integer, value integer)";
    try (MisfitsRoute route = MisfitsRoute.of(databases, onSource, onTarget)) {
      assertThat(route.check("\"Two Keys\" -> \"Two Keys\""))
          .contains(
              "  row (\"Part No\", \"it's\")=(1, o'\\x), column \"Value\": \"none\" is not an integer")
          .endsWith("NEXT:   where (\"Value\" ~ '^[-+]?[0-9]+$') is not false");
      assertThat(route.check("heap -> heap")).contains("1 of 5 rows", "  row ctid=(0,3), column");
      assertThat(route.check("seen -> heap")).contains("1 of 5 rows", "  row number 3, column");
      assertThat(route.check("(select * from heap where id > 2) -> heap"))
          .contains("1 of 3 rows", "  row number 1, column")
          .endsWith("NEXT:   where (value ~ '^[-+]?[0-9]+$') is not false");
    }
  }

  @OnEachMajor
  void expressions_are_tried_as_the_statement_would(TestDatabases databases) {
    String onSource =
        "CREATE TABLE t (id integer PRIMARY KEY, a integer, b integer, v text, tags text[]);"
            + "INSERT INTO t SELECT n, n, n % 5, n::text, ARRAY['1', n::text] FROM generate_series(1, 9) n;"
            + "UPDATE t SET v = 'nine' WHERE id = 9";
    String onTarget =
        "CREATE SEQUENCE counter; GRANT ALL ON counter TO app_user;"
            + "CREATE TABLE t (id integer PRIMARY KEY, a numeric(3,2), v integer, w text NOT NULL)";
    try (MisfitsRoute route = MisfitsRoute.of(databases, onSource, onTarget)) {
      assertThat(
              route.check(
                  "t -> t map a = a / b, v = v::integer, w = nullif(v, '3') where id < 100"))
          .contains(
              "3 of 9 rows do not fit",
              "  row id=5, column \"a\": from a=\"5\", b=\"0\": division by zero (SQLSTATE 22012)",
              "  row id=9, column \"v\": from v=\"nine\": invalid input syntax for type integer: \"nine\"",
              "  row id=3, column \"w\": from v=\"3\": NULL does not fit a NOT NULL column (SQLSTATE 23502)")
          .endsWith(
              "NEXT:   where (id < 100) and id <> 5 and (v ~ '^[-+]?[0-9]+$') is not false and id <> 3");
      assertThat(route.check("t -> t map a = 1, v = unnest(tags)::integer, w = 'x'"))
          .isEqualTo("All 9 rows fit.");
      assertThat(route.check("t -> t map a = 1, v = count(*) over (), w = 'x'"))
          .isEqualTo("All 9 rows fit.");
    }
  }

  @OnEachMajor
  void an_expression_that_writes_is_not_tried(TestDatabases databases) {
    String onSource = "CREATE TABLE t AS SELECT n AS id FROM generate_series(1, 9) n";
    String onTarget =
        "CREATE SEQUENCE counter; CREATE TABLE t (id integer, v integer, w text NOT NULL)";
    try (MisfitsRoute route = MisfitsRoute.of(databases, onSource, onTarget)) {
      String text =
          route.check(
              "t -> t map v = nextval('counter'), w = case when id = 4 then null else 'x' end");

      assertThat(text)
          .contains(
              "1 of 9 rows does not fit",
              "  row ctid=(0,4), column \"w\": from id=\"4\": NULL does not fit a NOT NULL column",
              "Column \"v\" could not be tried: cannot execute nextval() in a read-only transaction");
      assertThat(route.target().query("SELECT is_called FROM counter")).containsExactly("f");
    }
  }

  @OnEachMajor
  void a_hundred_thousand_rows_take_seconds(TestDatabases databases) {
    String onSource =
        "CREATE TABLE t (id integer PRIMARY KEY, a text, b text, c text, d text);"
            + "INSERT INTO t SELECT n, n::text, n || '.5', 'abc', '2020-01-01' FROM generate_series(1, 100000) n;"
            + "UPDATE t SET a = '' WHERE id % 10 = 0; ANALYZE t";
    String onTarget =
        "CREATE TABLE t (id integer PRIMARY KEY, a integer, b numeric(10,2), c varchar(5), d date)";
    try (MisfitsRoute route = MisfitsRoute.of(databases, onSource, onTarget)) {
      long start = System.nanoTime();

      String text = route.check("t -> t");

      assertThat(text)
          .contains("10,000 of 100,000 rows do not fit", "    and 9,999 more rows: id=20 \"\"")
          .endsWith(
              "NEXT:   map a = nullif(a, '')::integer\n        where (a ~ '^[-+]?[0-9]+$') is not false");
      // Three looks at all rows; a minute is what a machine may take that does much else.
      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofMinutes(1));
    }
  }

  @OnEachMajor
  void characters_without_an_equivalent_are_named(TestServer server, TestDatabases databases) {
    TestDatabase source = databases.create();
    TestDatabase target = encoded(server, source.name() + "_latin", "LATIN1");
    TestDatabase bytes = encoded(server, source.name() + "_bytes", "SQL_ASCII");
    String table = "CREATE TABLE t (id integer PRIMARY KEY, v text, n integer);";
    source.execute(
        table + "INSERT INTO t VALUES (1, 'é', 1), (2, '5 €', 2), (3, 'ok', 3), (4, '€', 4)");
    target.execute(table);
    source.execute("CREATE TABLE into_t (id integer PRIMARY KEY, v text, n integer)");
    bytes.execute(table + "INSERT INTO t VALUES (1, 'ok', 1), (2, E'caf\\xe9', 2)");
    try (CopyShell shell = CopyShell.between(source.access(), target.access());
        CopyShell raw = CopyShell.between(bytes.access(), source.access())) {
      shell.type("plan copy t -> t where n < 4");
      String text = shell.type("check rows");
      ErrorFields error = shell.refusal("run").fields();
      raw.type("plan copy t -> into_t");
      String odd = raw.type("check rows");

      assertThat(text)
          .contains(
              "1 row cannot be read on source \"archive\"",
              "  row id=2, column \"v\": \"5 €\" cannot be written in encoding LATIN1 (SQLSTATE 22P05)")
          .endsWith("NEXT:   where (n < 4) and (v !~ E'[^\\\\u0001-\\\\u00FF]') is not false");
      assertThat(error.message()).contains("has no equivalent in encoding \"LATIN1\"");
      assertThat(error.detail().orElseThrow())
          .endsWith("Row id=2, column \"v\": \"5 €\" cannot be written in encoding LATIN1.");
      assertThat(odd)
          .contains(
              "  row id=2, column \"v\": \"caf\\351\" cannot be written in encoding UTF8 (SQLSTATE 22021)")
          .endsWith("NEXT:   where id <> 2");
    } finally {
      target.close();
      bytes.close();
    }
  }

  private static TestDatabase encoded(TestServer server, String name, String encoding) {
    server.execute(
        "postgres",
        "CREATE DATABASE %s ENCODING '%s' LC_COLLATE 'C' LC_CTYPE 'C' TEMPLATE template0 OWNER app_user"
            .formatted(name, encoding));
    server.execute(name, "CREATE EXTENSION dblink");
    return new TestDatabase(server, name);
  }
}
