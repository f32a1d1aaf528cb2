package io.linkspan.run;

import io.linkspan.pg.Identifier;
import io.linkspan.sandbox.Access;
import io.linkspan.testing.Jdbc;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A table with a column of every type that a column can have, and its edge values. */
final class EveryType {
  /** Types of {@code pg_catalog} that take no values from outside. */
  static final List<String> WITHOUT_INPUT =
      List.of(
          "gtsvector",
          "pg_brin_bloom_summary",
          "pg_brin_minmax_multi_summary",
          "pg_dependencies",
          "pg_mcv_list",
          "pg_ndistinct",
          "pg_node_tree");

  /** Blanks, quotes, a line end and a backslash in it, as a name may have. */
  static final String WEIRD = "We \"ird.Na'me$$\\";

  /**
   * A column.
   *
   * @param since the first version that has the type
   * @param values SQL expressions of it
   */
  record Sample(String type, int since, List<String> values) {
    String column() {
      return new Identifier(type + " o\"f it's?").quoted();
    }
  }

  private EveryType() {}

  private static Sample of(String type, String... values) {
    return new Sample(type, 13, List.of(values));
  }

  private static Sample since(int version, String type, String... values) {
    return new Sample(type, version, List.of(values));
  }

  /** The samples that a server of that version takes. */
  static List<Sample> samples(int version) {
    List<Sample> all = new ArrayList<>(numbers());
    all.addAll(texts());
    all.addAll(times());
    all.addAll(documents());
    all.addAll(shapes());
    all.addAll(ranges());
    all.addAll(systems());
    all.addAll(arrays());
    all.addAll(ofUsers());
    return all.stream().filter(sample -> sample.since() <= version).toList();
  }

  private static List<Sample> numbers() {
    return List.of(
        of("smallint", "-32768", "32767", "0"),
        of("integer", "-2147483648", "2147483647"),
        of("bigint", "-9223372036854775808", "9223372036854775807"),
        of("numeric", "'NaN'", "1e-300", "-" + "9".repeat(200) + ".000", "0.10"),
        of("numeric(12,4)", "12345678.9012", "-0.0001", "'NaN'"),
        of("real", "'NaN'", "'Infinity'", "'-Infinity'", "1.1", "3.4028235e38", "1e-45", "-0.0"),
        of(
            "double precision",
            "'NaN'",
            "'-Infinity'",
            "0.1::float8 + 0.2::float8",
            "5e-324",
            "1.7976931348623157e308"),
        of("money", "12345678901.23::numeric::money", "(-0.01)::numeric::money"),
        of("boolean", "true", "false"),
        of("oid", "0", "4294967295"),
        of("xid", "'4294967295'"),
        of("xid8", "'18446744073709551615'", "'0'"),
        of("cid", "'4294967295'"),
        of("tid", "'(4294967295,65535)'"),
        of("pg_lsn", "'FFFFFFFF/FFFFFFFF'", "'0/0'"),
        of("bit(5)", "B'10101'"),
        of("bit varying(9)", "B''", "B'1'", "B'101010101'"),
        of("bit varying", "B'0'"),
        of("bytea", "''::bytea", "'\\x00ff5c27220a'::bytea", "'\\x'::bytea"));
  }

  private static List<Sample> texts() {
    String hard = "E'q''d\"b\\\\s\\nn\\rr\\tt $$ $remote$ \\U0001F600 é ?:x'";
    return List.of(
        of("text", "''", "' '", hard, "repeat('x', 100000)", "'NULL'", "'\\N'", "E'\\\\.'"),
        of("character varying", "''", hard),
        of("character varying(7)", "'  a  '", "E'\\U0001F600\\U0001F600\\U0001F600'"),
        of("character(5)", "'ab'", "''", "'é'"),
        of("\"char\"", "'a'", "''", "'\"'"),
        of("name", "'a name'", "repeat('n', 63)", "''"));
  }

  private static List<Sample> times() {
    return List.of(
        of(
            "date",
            "'infinity'",
            "'-infinity'",
            "'4713-01-01 BC'",
            "'5874897-12-31'",
            "'2024-02-29'",
            "'2001-02-03'"),
        of("time", "'24:00:00'", "'00:00:00.000001'"),
        of("time(2)", "'12:34:56.78'"),
        of("time with time zone", "'23:59:59.999999+15:59'", "'01:02:03-05:30:15'"),
        of("time(0) with time zone", "'01:02:03+05:30'"),
        of(
            "timestamp",
            "'infinity'",
            "'-infinity'",
            "'4713-01-01 00:00:00 BC'",
            "'294276-12-31 23:59:59.999999'",
            "'2001-02-03 04:05:06.7'",
            "'0044-03-15 12:00:00 BC'"),
        of("timestamp(3)", "'2001-02-03 04:05:06.789'"),
        of(
            "timestamp with time zone",
            "'infinity'",
            "'-infinity'",
            "'4713-01-02 00:00:00+00 BC'",
            "'294276-12-31 12:00:00+00'",
            "'2024-11-03 01:30:00-04'",
            "'2024-11-03 01:30:00-05'",
            "'1883-11-18 12:00:00+00'"),
        of("timestamp(0) with time zone", "'2001-02-03 04:05:06+05:45'"),
        of(
            "interval",
            "'-1 year 2 mons -3 days 04:05:06.000007'",
            "'0'",
            "'178000000 years'",
            "'1 mon -1 day'"),
        of("interval day to second(3)", "'1 day 02:03:04.567'"),
        of("interval year to month", "'3 years 2 mons'"));
  }

  private static List<Sample> documents() {
    return List.of(
        of("uuid", "'a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11'"),
        of("json", "'{\"b\": 1,  \"a\": \"\\\\u00e9 \\\\\\\\ ''\", \"a\": null}'", "'\"x\"'"),
        of("jsonb", "'{\"b\": [1.10, \"?\", {}], \"a\": \"\\\\\\\\ ''\"}'", "'null'"),
        of("jsonpath", "'$.\"a b\"[*] ? (@ > 1)'"),
        of(
            "xml",
            "xmlparse(content 'loose <a b=\"&lt;''\">x</a><c/>')",
            "xmlparse(document '<?xml version=\"1.0\"?><r>é</r>')",
            "xmlparse(content '')"),
        of("tsvector", "'''it''''s'':1A,2 b:3'", "''"),
        of("tsquery", "'''it''''s'' & !b:*A <2> c'"),
        of("inet", "'10.1.2.3/8'", "'::1'", "'2001:db8::1/64'"),
        of("cidr", "'10.0.0.0/8'", "'2001:db8::/32'"),
        of("macaddr", "'08:00:2b:01:02:03'"),
        of("macaddr8", "'08:00:2b:01:02:03:04:05'"));
  }

  private static List<Sample> shapes() {
    return List.of(
        of("point", "'(0.1,-1e300)'", "'(Infinity,NaN)'"),
        of("line", "'{1,2.5,-3}'"),
        of("lseg", "'[(0,0.1),(1,1)]'"),
        of("box", "'(1,1),(0,0.30000000000000004)'"),
        of("path", "'[(0,0),(1,1.1)]'", "'((0,0),(1,1),(2,0))'"),
        of("polygon", "'((0,0),(1,1),(2,0.1))'"),
        of("circle", "'<(0.1,0.2),3>'"));
  }

  private static List<Sample> ranges() {
    List<Sample> samples =
        new ArrayList<>(
            List.of(
                of("int4range", "'empty'", "'[1,5)'", "'(,)'"),
                of("int8range", "'[-9223372036854775808,)'"),
                of("numrange", "'(0.10,1.2]'"),
                of("daterange", "'[2001-02-03,infinity)'", "'(,0044-03-15 BC)'"),
                of("tsrange", "'[2001-02-03 04:05:06.7,)'"),
                of("tstzrange", "'(2001-02-03 04:05:06+05:30,2024-11-03 01:30:00-05]'")));
    samples.add(since(14, "int4multirange", "'{}'", "'{[1,2),[4,)}'"));
    samples.add(since(14, "int8multirange", "'{[1,2)}'"));
    samples.add(since(14, "nummultirange", "'{(0.1,0.2),[3,4]}'"));
    samples.add(since(14, "datemultirange", "'{[2001-02-03,2002-03-04)}'"));
    samples.add(since(14, "tsmultirange", "'{[2001-02-03 01:02:03,)}'"));
    samples.add(since(14, "tstzmultirange", "'{(,2001-02-03 04:05:06+05:30)}'"));
    return samples;
  }

  private static List<Sample> systems() {
    return List.of(
        of("regclass", "'pg_class'", "'0'"),
        of("regtype", "'timestamp with time zone'"),
        of("regproc", "'now'"),
        of("regprocedure", "'abs(integer)'"),
        of("regoper", "'||/'"),
        of("regoperator", "'+(integer,integer)'"),
        of("regrole", "'app_user'"),
        of("regnamespace", "'pg_catalog'"),
        of("regconfig", "'english'"),
        of("regdictionary", "'simple'"),
        of("regcollation", "'\"C\"'"),
        of("int2vector", "'1 2 3'"),
        of("oidvector", "'1 4294967295'"),
        of("refcursor", "'a \"cursor\"'"),
        of("txid_snapshot", "'10:20:10,14,15'"),
        of("pg_snapshot", "'10:20:10,14,15'"),
        of("aclitem", "'app_user=r/postgres'"));
  }

  private static List<Sample> arrays() {
    return List.of(
        of("integer[]", "'{}'", "'{1,NULL,3}'", "'{{1,2},{3,4}}'", "'[-1:1]={7,8,9}'"),
        of(
            "text[]",
            "ARRAY['', 'NULL', NULL, E'a\"b\\\\c{},''d', E'\\n']",
            "'[2:3][0:0]={{a},{b}}'"),
        of("double precision[]", "ARRAY[0.1::float8 + 0.2::float8, 'NaN', '-Infinity']"),
        of("money[]", "ARRAY[1.5::numeric::money, NULL]", "'{}'"),
        of("bytea[]", "ARRAY['\\x00ff5c'::bytea]"),
        of("date[]", "'{2001-02-03,0044-03-15 BC,infinity}'"),
        of("timestamp with time zone[]", "'{\"2024-11-03 01:30:00-05\"}'"),
        of("interval[]", "'{\"-1 year 2 mons -3 days 04:05:06\"}'"),
        of("numeric(6,2)[]", "'{1234.50,NaN}'"),
        of("character(3)[]", "'{a,\"b \"}'"),
        of("box[]", "'{(1,1),(0,0);(2,2),(1,1)}'"),
        of("xml[]", "ARRAY[xmlparse(content 'a<b/>')]"),
        of("regclass[]", "'{pg_class,pg_type}'"),
        of("json[]", "ARRAY['{\"a\": 1}'::json]"));
  }

  /** What {@link #createUserTypes} makes. */
  private static List<Sample> ofUsers() {
    String pair = "row('wa''it', ' a,\"b\\', '2001-02-03', 0.1::float8 + 0.2::float8)";
    return List.of(
        of("we.mood", "'ok'", "'it''s \"so\"'", "''"),
        of("we.mood[]", "ARRAY['ok', NULL, 'it''s \"so\"']::we.mood[]"),
        of("we.positive", "1", "NULL"),
        of("we.positive[]", "'{1,2}'"),
        of("we.address", "'a@b.c'"),
        of("we.price", "1.5::numeric::money"),
        of("we.note", "xmlparse(content 'a<b/>')"),
        of("we.days", "'{2001-02-03,2002-03-04}'"),
        of("we.pair", pair.replace("'wa''it'", "'ok'"), "row(NULL, '', NULL, NULL)"),
        of("we.pair[]", "ARRAY[" + pair.replace("'wa''it'", "'ok'") + "::we.pair, NULL]"),
        of("we.floats", "'[0.1,0.30000000000000004)'", "'empty'"));
  }

  /** Makes the types of users that the samples have. */
  static void createUserTypes(Access access) {
    List<String> statements = new ArrayList<>(settings());
    statements.add(USER_TYPES);
    execute(access, statements);
  }

  private static final String USER_TYPES =
      """
        CREATE SCHEMA we;
        CREATE TYPE we.mood AS ENUM ('', 'ok', 'it''s "so"');
        CREATE DOMAIN we.positive AS integer CHECK (value > 0);
        CREATE DOMAIN we.address AS character varying(20);
        CREATE DOMAIN we.price AS money;
        CREATE DOMAIN we.note AS xml;
        CREATE DOMAIN we.days AS date[];
        CREATE TYPE we.pair AS (mood we.mood, "a ""b" text, day date, weight double precision);
        CREATE TYPE we.floats AS RANGE (subtype = double precision);
        """;

  /** Makes the table; a sample's n-th value is in the row numbered n. */
  static void createTable(Access access, String table, List<Sample> samples) {
    String columns =
        samples.stream().map(s -> s.column() + " " + s.type()).collect(Collectors.joining(", "));
    List<String> statements = new ArrayList<>(settings());
    statements.add("CREATE TABLE " + table + " (id integer, " + columns + ")");
    execute(access, statements);
  }

  static void fill(Access access, String table, List<Sample> samples) {
    List<String> statements = new ArrayList<>(settings());
    int rows = samples.stream().mapToInt(s -> s.values().size()).max().orElseThrow();
    for (int row = 0; row <= rows; row++) {
      List<String> values = new ArrayList<>(List.of(String.valueOf(row)));
      for (Sample sample : samples) {
        values.add(row < sample.values().size() ? sample.values().get(row) : "NULL");
      }
      statements.add("INSERT INTO " + table + " VALUES (" + String.join(", ", values) + ")");
    }
    execute(access, statements);
  }

  /** Every value as {@code row column=text}, under settings of our own. */
  static List<String> values(Access access, String table, List<Sample> samples) {
    List<String> texts = new ArrayList<>();
    try (Connection connection = Jdbc.connect(access);
        Statement statement = connection.createStatement()) {
      for (String setting : settings()) {
        statement.execute(setting);
      }
      String columns =
          samples.stream().map(s -> s.column() + "::text").collect(Collectors.joining(", "));
      statement.setEscapeProcessing(false);
      try (ResultSet rows =
          statement.executeQuery("SELECT id, " + columns + " FROM " + table + " ORDER BY id")) {
        while (rows.next()) {
          for (int i = 0; i < samples.size(); i++) {
            texts.add(rows.getInt(1) + " " + samples.get(i).type() + "=" + rows.getString(i + 2));
          }
        }
      }
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
    return texts;
  }

  private static List<String> settings() {
    return List.of(
        "SET DateStyle = 'ISO, YMD'",
        "SET IntervalStyle = postgres",
        "SET TimeZone = 'UTC'",
        "SET extra_float_digits = 3",
        "SET bytea_output = hex",
        "SET standard_conforming_strings = on",
        "SET lc_monetary = 'C'",
        "SET xmloption = content",
        "SET quote_all_identifiers = off",
        "SET search_path = pg_catalog");
  }

  private static void execute(Access access, List<String> statements) {
    try (Connection connection = Jdbc.connect(access);
        Statement statement = connection.createStatement()) {
      statement.setEscapeProcessing(false);
      for (String sql : statements) {
        try {
          statement.execute(sql);
        } catch (SQLException e) {
          throw new AssertionError(e.getMessage() + "\nin: " + sql, e);
        }
      }
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }
}
