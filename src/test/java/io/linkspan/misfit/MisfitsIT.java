package io.linkspan.misfit;

import static org.assertj.core.api.Assertions.assertThat;

import io.linkspan.command.CopyShell;
import io.linkspan.testing.OnEachMajor;
import io.linkspan.testing.TestDatabase;
import io.linkspan.testing.TestDatabases;

/** Every kind of value that does not fit is found with its row and column. */
final class MisfitsIT {
  private record Route(TestDatabase source, TestDatabase target, CopyShell shell)
      implements AutoCloseable {
    static Route of(TestDatabases databases, String onSource, String onTarget) {
      TestDatabase source = databases.create();
      TestDatabase target = databases.create();
      source.execute(onSource);
      target.execute(onTarget);
      return new Route(source, target, CopyShell.between(source.access(), target.access()));
    }

    String check(String copy) {
      shell.type("plan copy " + copy);
      return shell.type("check rows");
    }

    @Override
    public void close() {
      shell.close();
    }
  }

  @OnEachMajor
  void a_decimal_comma_is_named_with_the_clause_that_mends_it(TestDatabases databases) {
    String filled =
        "CREATE TABLE goods (id integer PRIMARY KEY, price text);"
            + "INSERT INTO goods SELECT n, CASE WHEN n % 100 = 77 THEN n || ',50' ELSE n || '.25' END"
            + " FROM generate_series(1, 1200) n";
    try (Route route =
        Route.of(databases, filled, "CREATE TABLE goods (id int PRIMARY KEY, price numeric(10,2))")) {
      String text = route.check("goods -> goods");
      System.out.println(text);

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
            "'sad', 'glad'", "", "text", "varchar(20)", "text", "numeric", "bigint", "bit(4)", "text",
            "text", "text", "integer", "text", "", "text")
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
            "'sad'", "CHECK (VALUE > 0)", "integer", "varchar(3)", "numeric(5,2)", "numeric(5,2)",
            "integer", "bit(3)", "date", "uuid", "json", "positive", "boolean", "NOT NULL",
            "integer[]")
            + "ALTER TABLE kinds ADD CONSTRAINT not_thirty CHECK (id <> 30 OR note IS NULL);"
            + "CREATE TABLE plain (id integer PRIMARY KEY)";
    try (Route route = Route.of(databases, onSource, onTarget)) {
      String text = route.check("kinds -> kinds");
      System.out.println(text);
    }
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
    try (Route route = Route.of(databases, onSource, onTarget)) {
      System.out.println(route.check("\"Two Keys\" -> \"Two Keys\""));
      System.out.println(route.check("heap -> heap"));
      System.out.println(route.check("seen -> heap"));
      System.out.println(route.check("(select * from heap where id > 2) -> heap"));
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
    try (Route route = Route.of(databases, onSource, onTarget)) {
      System.out.println(route.check("t -> t map a = a / b, v = v::integer, w = nullif(v, '3') where id < 100"));
      System.out.println(route.check("t -> t map a = 1, v = unnest(tags)::integer, w = 'x'"));
      System.out.println(route.check("t -> t map a = 1, v = nextval('counter'), w = case when id = 4 then null else 'x' end"));
      System.out.println(route.check("t -> t map a = 1, v = count(*) over (), w = 'x'"));
      System.out.println(route.check("t -> t map a = 1, v = 1, w = 'x' where 10 / (id - 5) < 100"));
      System.out.println(route.shell().refusal("run").fields());
      route.shell().type("plan copy t -> t map a = 1, w = 'x'");
      System.out.println(route.shell().refusal("run").fields());
      System.out.println(route.shell().refusal("run dry").fields());
      System.out.println(route.shell().refusal("preview").fields());
    }
  }

  @OnEachMajor
  void a_hundred_thousand_rows_take_seconds(TestDatabases databases) {
    String onSource =
        "CREATE TABLE t (id integer PRIMARY KEY, a text, b text, c text, d text);"
            + "INSERT INTO t SELECT n, n::text, n || '.5', 'abc', '2020-01-01' FROM generate_series(1, 100000) n;"
            + "UPDATE t SET a = '' WHERE id % 10 = 0; ANALYZE t";
    String onTarget = "CREATE TABLE t (id integer PRIMARY KEY, a integer, b numeric(10,2), c varchar(5), d date)";
    try (Route route = Route.of(databases, onSource, onTarget)) {
      long start = System.nanoTime();
      System.out.println(route.check("t -> t"));
      System.out.println((System.nanoTime() - start) / 1000000 + " ms");
    }
  }

  @OnEachMajor
  void characters_without_an_equivalent_are_named(TestDatabases databases) {
    TestDatabase source = databases.create();
    io.linkspan.testing.TestServer server = source.server();
    server.execute("postgres", "CREATE DATABASE latin ENCODING 'LATIN1' LC_COLLATE 'C' LC_CTYPE 'C' TEMPLATE template0 OWNER app_user");
    server.execute("latin", "CREATE EXTENSION dblink");
    TestDatabase target = new TestDatabase(server, "latin");
    try {
      source.execute("CREATE TABLE t (id integer PRIMARY KEY, v text, n integer); INSERT INTO t VALUES (1, 'é', 1), (2, '5 €', 2), (3, 'ok', 3), (4, '€', 4)");
      target.execute("CREATE TABLE t (id integer PRIMARY KEY, v text, n integer)");
      try (CopyShell shell = CopyShell.between(source.access(), target.access())) {
        shell.type("plan copy t -> t where n < 4");
        System.out.println(shell.type("check rows"));
        System.out.println(shell.refusal("run").fields());
      }
    } finally {
      server.execute("postgres", "DROP DATABASE latin WITH (FORCE)");
    }
  }
}
