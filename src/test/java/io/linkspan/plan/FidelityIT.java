package io.linkspan.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.linkspan.command.CopyShell;
import io.linkspan.pg.UserException;
import io.linkspan.testing.OnEachMajor;
import io.linkspan.testing.TestDatabase;
import io.linkspan.testing.TestDatabases;
import java.util.ArrayList;
import java.util.List;

/** What a finding says of a pair of types is what happens to a value on real servers. */
final class FidelityIT {
  private static final String NOTHING = "";

  /**
   * A pair of types and a value that shows what happens to it.
   *
   * @param value an SQL expression of the source's type
   * @param finding the id of the pair's finding, empty for none
   * @param arrives the value's text on the target, or the SQLSTATE of the run's error
   */
  private record Pair(String from, String value, String to, String finding, String arrives) {}

  private static final String TYPES =
      "CREATE TYPE mood AS ENUM (%s); CREATE DOMAIN small AS integer CHECK (value < 10);"
          + "CREATE TYPE pair AS (a integer, b text)";

  private static final List<Pair> PAIRS =
      List.of(
          new Pair("text", "'abcdef'", "varchar(3)", "narrowing-pair", "22001"),
          new Pair("varchar(10)", "'abcdef'", "varchar(3)", "narrowing-pair", "22001"),
          new Pair("varchar(3)", "'abc'", "varchar(10)", NOTHING, "abc"),
          new Pair("varchar(3)", "'abc'", "text", NOTHING, "abc"),
          new Pair("bigint", "3000000000", "integer", "narrowing-pair", "22003"),
          new Pair("integer", "40000", "smallint", "narrowing-pair", "22003"),
          new Pair("integer", "7", "bigint", NOTHING, "7"),
          new Pair("numeric", "1.5", "integer", "narrowing-pair", "2"),
          new Pair("numeric(8,3)", "12.345", "numeric(8,2)", "narrowing-pair", "12.35"),
          new Pair("numeric(8,2)", "123456.78", "numeric(5,2)", "narrowing-pair", "22003"),
          new Pair("double precision", "0.1::float8 + 0.2", "real", "narrowing-pair", "0.3"),
          new Pair("double precision", "0.1::float8 + 0.2", "numeric", "narrowing-pair", "0.3"),
          new Pair("double precision", "0.1::float8 + 0.2", "text", NOTHING, "0.30000000000000004"),
          new Pair("real", "1.1::real", "varchar", NOTHING, "1.1"),
          new Pair(
              "bigint",
              "9007199254740993",
              "double precision",
              "narrowing-pair",
              "9.007199254740992e+15"),
          new Pair("numeric", "1.005", "money", "narrowing-pair", "$1.01"),
          new Pair(
              "timestamptz",
              "'2024-01-01 12:00:00+00'",
              "timestamp",
              "zone-lost",
              "2024-01-01 17:30:00"),
          new Pair(
              "timestamp",
              "'2024-01-01 12:00:00'",
              "timestamptz",
              "zone-lost",
              "2024-01-01 12:00:00+05:30"),
          new Pair("timestamptz", "'2024-01-01 20:00:00+00'", "date", "zone-lost", "2024-01-02"),
          new Pair("timestamp", "'2024-01-01 12:00:00'", "date", "narrowing-pair", "2024-01-01"),
          new Pair(
              "timestamp(6)",
              "'2024-01-01 12:00:00.789'",
              "timestamp(0)",
              "narrowing-pair",
              "2024-01-01 12:00:01"),
          new Pair(
              "timestamptz", "'2024-01-01 12:00:00+00'", "text", NOTHING, "2024-01-01 12:00:00+00"),
          new Pair("interval", "'1 day 2 hours'", "text", NOTHING, "1 day 02:00:00"),
          new Pair("date", "'2024-03-02'", "text", NOTHING, "2024-03-02"),
          new Pair("bytea", "'\\x00ff'", "text", NOTHING, "\\x00ff"),
          new Pair("boolean", "true", "text", NOTHING, "true"),
          new Pair("jsonb", "'{\"a\": 1}'", "text", NOTHING, "{\"a\": 1}"),
          new Pair("text", "'12'", "integer", "read-from-text", "12"),
          new Pair("text", "'1.5'", "integer", "read-from-text", "22P02"),
          new Pair("text", "'a'", "uuid", "read-from-text", "22P02"),
          new Pair("text", "'2024-02-03'", "date", "read-from-text", "2024-02-03"),
          new Pair("text", "'{\"a\":1}'", "jsonb", "read-from-text", "{\"a\": 1}"),
          new Pair("text", "'<a/>'", "xml", "read-from-text", "<a/>"),
          new Pair("text", "'happy'", "mood", "read-from-text", "happy"),
          new Pair("json", "'{\"a\":1,\"a\":2}'", "jsonb", "narrowing-pair", "{\"a\": 2}"),
          new Pair("mood", "'sad'", "mood", "narrowing-pair", "22P02"),
          new Pair("mood", "'happy'", "text", NOTHING, "happy"),
          new Pair("mood[]", "'{sad}'", "mood[]", "narrowing-pair", "22P02"),
          new Pair("integer", "12", "small", NOTHING, "23514"),
          new Pair("small", "5", "integer", NOTHING, "5"),
          new Pair("integer[]", "'{1,2}'", "bigint[]", NOTHING, "{1,2}"),
          new Pair("bigint[]", "'{3000000000}'", "integer[]", "narrowing-pair", "22003"),
          new Pair("text[]", "'{a}'", "integer[]", "impossible-pair", "refused"),
          new Pair("bit(3)", "B'101'", "bit(4)", "narrowing-pair", "22026"),
          new Pair("inet", "'10.1.2.3/8'", "cidr", "narrowing-pair", "10.0.0.0/8"),
          new Pair("macaddr8", "'08:00:2b:01:02:03:04:05'", "macaddr", "narrowing-pair", "22003"),
          new Pair("integer", "1", "uuid", "impossible-pair", "refused"),
          new Pair("boolean", "true", "integer", "impossible-pair", "refused"),
          new Pair("integer", "1", "boolean", "impossible-pair", "refused"),
          new Pair(
              "uuid",
              "'a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11'",
              "bytea",
              "impossible-pair",
              "refused"),
          new Pair("point", "'(1,2)'", "box", NOTHING, "(1,2),(1,2)"),
          new Pair("pair", "'(1,x)'", "text", NOTHING, "(1,x)"),
          new Pair("xml", "'<a/>'", "text", NOTHING, "<a/>"),
          new Pair("regclass", "'pg_class'", "text", NOTHING, "pg_class"),
          new Pair("money", "'1.5'", "text", NOTHING, "1.50"),
          new Pair("money", "'1.5'", "numeric", NOTHING, "1.50"));

  @OnEachMajor
  void findings_and_what_happens_agree(TestDatabases databases) {
    TestDatabase source = databases.create();
    TestDatabase target = databases.create();
    source.execute(TYPES.formatted("'happy', 'sad'"));
    target.execute(TYPES.formatted("'happy'"));
    settings(source, "SET DateStyle = 'SQL, DMY'", "SET extra_float_digits = 0");
    settings(target, "SET TimeZone = 'Asia/Kolkata'", "SET extra_float_digits = 0");
    settings(target, "SET DateStyle = 'German, MDY'", "SET IntervalStyle = 'iso_8601'");
    for (int i = 0; i < PAIRS.size(); i++) {
      Pair pair = PAIRS.get(i);
      source.execute(
          "CREATE TABLE p%d AS SELECT CAST(%s AS %s) AS c".formatted(i, pair.value(), pair.from()));
      target.execute("CREATE TABLE p%d (c %s)".formatted(i, pair.to()));
    }
    settings(source, "SET bytea_output = 'escape'");

    List<String> wrong = new ArrayList<>();
    try (CopyShell shell = CopyShell.between(source.access(), target.access())) {
      // The driver asks for the zone of its own process when it connects.
      shell.type("SET TimeZone = 'Asia/Kolkata';");
      for (int i = 0; i < PAIRS.size(); i++) {
        Pair pair = PAIRS.get(i);
        shell.type("plan copy p%d -> p%d".formatted(i, i));
        List<String> found =
            List.of("narrowing-pair", "zone-lost", "read-from-text", "impossible-pair").stream()
                .filter(id -> !shell.findings(id).isEmpty())
                .toList();
        String arrived = run(shell, target, i);
        String happened = String.join(",", found) + " " + arrived;
        if (!happened.equals(pair.finding() + " " + pair.arrives())) {
          wrong.add(pair + ": " + happened);
        }
      }
    }
    assertThat(wrong).isEmpty();
  }

  private static String run(CopyShell shell, TestDatabase target, int table) {
    try {
      shell.type("run");
    } catch (UserException e) {
      return e.kind() == UserException.Kind.CHECK
          ? "refused"
          : e.fields().sqlState().orElseThrow().code();
    }
    String fixed =
        "SELECT set_config('DateStyle', 'ISO', true), set_config('IntervalStyle',"
            + " 'postgres', true), set_config('extra_float_digits', '1', true), c::text FROM (SELECT"
            + " set_config('TimeZone', 'Asia/Kolkata', true)) AS zone, p"
            + table;
    String row = target.query(fixed).get(0);
    return row.substring(row.indexOf('|', row.indexOf("|1|")) + 3);
  }

  private static void settings(TestDatabase database, String... settings) {
    for (String setting : settings) {
      database.server().execute("postgres", "ALTER DATABASE " + database.name() + " " + setting);
    }
  }
}
