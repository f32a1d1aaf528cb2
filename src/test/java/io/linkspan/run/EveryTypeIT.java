package io.linkspan.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.linkspan.command.CopyShell;
import io.linkspan.pg.Identifier;
import io.linkspan.run.EveryType.Sample;
import io.linkspan.testing.Jdbc;
import io.linkspan.testing.OnEachMajor;
import io.linkspan.testing.TestDatabase;
import io.linkspan.testing.TestDatabases;
import io.linkspan.testing.TestServer;
import io.linkspan.testing.TestServers;
import java.util.List;
import java.util.stream.IntStream;

/** Values of every type arrive equal, whatever settings the two servers have. */
final class EveryTypeIT {
  private static final String TABLE =
      new Identifier(EveryType.WEIRD).quoted()
          + "."
          + new Identifier("ta\"ble 'x' $remote$").quoted();

  @OnEachMajor
  void the_samples_have_every_type_of_the_server(TestServer server, TestDatabases databases) {
    TestDatabase database = databases.create();
    List<Sample> samples = EveryType.samples(server.major());
    EveryType.createUserTypes(database.access());
    EveryType.createTable(database.access(), "public.every_type", samples);

    List<String> missing =
        database.query(
            """
            SELECT typname FROM pg_type t
            WHERE typnamespace = 'pg_catalog'::regnamespace AND typtype IN ('b', 'r', 'm')
              AND NOT EXISTS (SELECT FROM pg_type e WHERE e.typarray = t.oid)
              AND typname NOT IN (SELECT format('%s', b.typname) FROM pg_attribute a
                                  JOIN pg_type b ON b.oid = a.atttypid
                                  WHERE attrelid = 'every_type'::regclass)
            ORDER BY typname""");

    assertThat(EveryType.WITHOUT_INPUT).containsAll(missing);
  }

  @OnEachMajor
  void every_value_arrives_equal_under_hostile_settings(
      TestServer server, TestDatabases databases) {
    copyAndCompare(server, server, databases);
  }

  @OnEachMajor
  void every_value_arrives_equal_on_the_newest_server(
      TestServer server, TestServers servers, TestDatabases databases) {
    copyAndCompare(server, servers.newest(), databases);
  }

  @OnEachMajor
  void every_value_arrives_equal_on_the_oldest_server(
      TestServer server, TestServers servers, TestDatabases databases) {
    copyAndCompare(server, servers.oldest(), databases);
  }

  @OnEachMajor
  void a_short_statement_timeout_of_the_source_role_does_not_stop_the_copy(
      TestServer server, TestDatabases databases) {
    TestDatabase source = databases.create();
    TestDatabase target = databases.create();
    source.execute("CREATE TABLE slow AS SELECT 1 AS id");
    target.execute("CREATE TABLE slow (id integer)");
    server.execute(
        "postgres",
        "ALTER ROLE app_user IN DATABASE " + source.name() + " SET statement_timeout = '500ms'");

    try (CopyShell shell = CopyShell.between(source.access(), target.access())) {
      Receipt receipt =
          shell.run("plan copy slow -> slow where id = 1 and pg_sleep(0.8) is not null");

      assertThat(receipt.inserted()).isEqualTo(1);
    }
  }

  @OnEachMajor
  void types_of_an_extension_arrive_where_both_sides_have_it_and_as_text_where_one_has(
      TestServer server, TestDatabases databases) {
    TestDatabase source = databases.create();
    TestDatabase target = databases.create();
    server.execute(
        source.name(),
        "CREATE SCHEMA ext; CREATE EXTENSION citext SCHEMA ext; CREATE EXTENSION hstore SCHEMA ext;"
            + " GRANT USAGE ON SCHEMA ext TO PUBLIC");
    server.execute(target.name(), "CREATE EXTENSION citext");
    source.execute(
        "CREATE TABLE kinds AS SELECT 'Ab'::ext.citext AS shared, ARRAY['Ab', 'x,y']::ext.citext[]"
            + " AS several, 'a=>1'::ext.hstore AS left_text, 'Cd'::text AS into_citext");
    target.execute(
        "CREATE TABLE kinds (shared citext, several citext[], left_text text, into_citext citext)");

    try (CopyShell shell = CopyShell.between(source.access(), target.access())) {
      assertThat(shell.run("plan copy kinds -> kinds").inserted()).isEqualTo(1);
    }

    assertThat(target.query("SELECT * FROM kinds"))
        .containsExactly("Ab|{Ab,\"x,y\"}|\"a\"=>\"1\"|Cd");
  }

  private static void copyAndCompare(TestServer from, TestServer to, TestDatabases databases) {
    List<Sample> samples = EveryType.samples(Math.min(from.major(), to.major()));
    try (HostileDatabase source = HostileDatabase.source(databases, from);
        HostileDatabase target = HostileDatabase.target(databases, to)) {
      for (HostileDatabase database : List.of(source, target)) {
        EveryType.createUserTypes(database.access());
        Jdbc.execute(
            database.access(), "CREATE SCHEMA " + new Identifier(EveryType.WEIRD).quoted());
        EveryType.createTable(database.access(), TABLE, samples);
      }
      EveryType.fill(source.access(), TABLE, samples);
      List<String> expected = EveryType.values(source.access(), TABLE, samples);

      try (CopyShell shell = CopyShell.between(source.access(), target.access())) {
        shell.type("plan copy " + TABLE + " -> " + TABLE);
        assertThat(shell.findings().toString()).doesNotContain("ERROR");
        assertThat(shell.type("check rows")).matches("All \\d+ rows fit.");
        shell.type("run");
        Receipt receipt = shell.receipt();
        assertThat(receipt.inserted()).isEqualTo(receipt.read()).isPositive();
      }

      List<String> arrived = EveryType.values(target.access(), TABLE, samples);
      assertThat(arrived).hasSameSizeAs(expected);
      assertThat(differences(expected, arrived)).isEmpty();
    }
  }

  /** Where the two differ; the whole lists are too long for the tale of a failed test. */
  private static List<String> differences(List<String> expected, List<String> arrived) {
    return IntStream.range(0, expected.size())
        .filter(i -> !expected.get(i).equals(arrived.get(i)))
        .mapToObj(i -> expected.get(i) + " arrived as " + arrived.get(i))
        .toList();
  }
}
