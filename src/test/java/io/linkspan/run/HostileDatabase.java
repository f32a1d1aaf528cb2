package io.linkspan.run;

import io.linkspan.pg.Identifier;
import io.linkspan.pg.Literal;
import io.linkspan.sandbox.Access;
import io.linkspan.testing.TestDatabase;
import io.linkspan.testing.TestDatabases;
import io.linkspan.testing.TestServer;
import java.util.List;

/** A database whose name needs quoting and whose settings change how values are written. */
record HostileDatabase(TestServer server, String name) implements AutoCloseable {
  private static final List<String> OF_SOURCE =
      List.of(
          "DateStyle = 'SQL, DMY'",
          "IntervalStyle = 'sql_standard'",
          "TimeZone = 'Asia/Kolkata'",
          "extra_float_digits = 0",
          "bytea_output = 'escape'",
          "standard_conforming_strings = off",
          "escape_string_warning = off",
          "backslash_quote = off",
          "xmloption = document",
          "search_path = 'evil', 'pg_catalog', 'nowhere'",
          "default_transaction_isolation = 'serializable'",
          "lock_timeout = '7s'");
  private static final List<String> OF_TARGET =
      List.of(
          "DateStyle = 'German, MDY'",
          "IntervalStyle = 'iso_8601'",
          "TimeZone = 'America/New_York'",
          "extra_float_digits = -15",
          "bytea_output = 'escape'",
          "standard_conforming_strings = off",
          "escape_string_warning = off",
          "xmloption = document",
          "quote_all_identifiers = on",
          "search_path = 'evil', 'nowhere', 'pg_catalog'",
          "default_transaction_isolation = 'serializable'");

  /**
   * What somebody put first on the search path, under the names of PostgreSQL's own functions and
   * catalogs.
   */
  private static final String EVIL =
      """
      CREATE SCHEMA evil;
      CREATE FUNCTION evil.max(integer) RETURNS integer LANGUAGE sql AS 'SELECT -1';
      CREATE FUNCTION evil.count() RETURNS integer LANGUAGE sql AS 'SELECT -1';
      CREATE TABLE evil.pg_class (relname text);
      """;

  static HostileDatabase source(TestDatabases databases, TestServer server) {
    return create(databases, server, " source", OF_SOURCE);
  }

  static HostileDatabase target(TestDatabases databases, TestServer server) {
    return create(databases, server, " target", OF_TARGET);
  }

  private static HostileDatabase create(
      TestDatabases databases, TestServer server, String end, List<String> settings) {
    TestDatabase plain = databases.createOn(server);
    plain.execute(EVIL);
    String name = EveryType.WEIRD + " " + plain.name() + end;
    String quoted = new Identifier(name).quoted();
    server.execute("postgres", "ALTER DATABASE " + plain.name() + " RENAME TO " + quoted);
    for (int i = 0; i < settings.size(); i++) {
      // The role's settings win over the database's.
      String whose =
          i % 2 == 0 ? "ALTER DATABASE " + quoted : "ALTER ROLE app_user IN DATABASE " + quoted;
      server.execute("postgres", whose + " SET " + settings.get(i));
    }
    return new HostileDatabase(server, name);
  }

  Access access() {
    return superuser().as(TestDatabase.APP_USER);
  }

  Access superuser() {
    return server.superuser().inDatabase(name);
  }

  @Override
  public void close() {
    // A quoted name may hold a backslash; a string with one needs its E.
    server.execute(
        "postgres",
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = "
            + Literal.quoted(name));
    server.execute("postgres", "DROP DATABASE " + new Identifier(name).quoted() + " WITH (FORCE)");
  }
}
