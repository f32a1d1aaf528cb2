package io.linkspan.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import io.linkspan.command.CopyShell;
import io.linkspan.testing.TestDatabase;
import io.linkspan.testing.TestDatabases;

/** A source and a target, each with a canary that nothing but an injected statement would touch. */
record AttackedDatabases(TestDatabase source, TestDatabase target) {
  private static final String CANARY = "CREATE TABLE canary AS SELECT 'alive'::text AS state;";

  /** On the target an expression may call what it likes; nothing may write on the source. */
  private static final String KILLER =
      """
      CREATE FUNCTION kill() RETURNS boolean LANGUAGE plpgsql VOLATILE AS
        $$ BEGIN UPDATE canary SET state = 'dead'; RETURN true; END $$;
      """;

  static AttackedDatabases create(TestDatabases databases) {
    TestDatabase source = databases.create();
    TestDatabase target = databases.create();
    source.execute(
        CANARY
            + KILLER
            + "CREATE TABLE people (id integer PRIMARY KEY, name text, price text);"
            + "INSERT INTO people SELECT i, 'n' || i, i::text FROM generate_series(1, 20) i");
    target.execute(
        CANARY
            + "CREATE TABLE people (id integer PRIMARY KEY, name text, price numeric);"
            + "CREATE TABLE others (id integer PRIMARY KEY, name text, price numeric)");
    return new AttackedDatabases(source, target);
  }

  CopyShell shell() {
    return CopyShell.between(source.access(), target.access());
  }

  void requireAlive(String after) {
    for (TestDatabase database : new TestDatabase[] {source, target}) {
      assertThat(database.query("SELECT state FROM canary")).as(after).containsExactly("alive");
      assertThat(
              database.query(
                  "SELECT relname FROM pg_class WHERE relname LIKE 'pwned%' ORDER BY relname"))
          .as(after)
          .isEmpty();
    }
    assertThat(source.query("SELECT count(*), sum(id) FROM people")).as(after).contains("20|210");
  }
}
