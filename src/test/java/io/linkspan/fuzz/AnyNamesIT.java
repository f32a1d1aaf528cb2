package io.linkspan.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import io.linkspan.command.CopyShell;
import io.linkspan.pg.Identifier;
import io.linkspan.testing.OnEachMajor;
import io.linkspan.testing.TestDatabase;
import io.linkspan.testing.TestDatabases;
import io.linkspan.testing.TestServer;
import java.util.ArrayList;
import java.util.List;

/**
 * Tables, columns and keys of any name are copied by name, whatever the name would mean as text.
 */
final class AnyNamesIT {
  private static final int ROUNDS = 25;

  @OnEachMajor
  void every_name_is_only_a_name(TestServer server, TestDatabases databases) {
    long seed = System.nanoTime();
    RandomText random = new RandomText(seed);
    TestDatabase source = databases.create();
    TestDatabase target = databases.create();
    try (CopyShell shell = CopyShell.between(source.access(), target.access())) {
      for (int i = 0; i < ROUNDS; i++) {
        List<Identifier> names = names(random, 5);
        String schema = names.get(0).quoted();
        String from = schema + "." + names.get(1).quoted();
        String into = schema + "." + names.get(2).quoted();
        String a = names.get(3).quoted();
        String b = names.get(4).quoted();
        String tale = "seed %d: %s -> %s (%s, %s)".formatted(seed, from, into, a, b);
        String columns = " (" + b + " text, " + a + " integer PRIMARY KEY)";
        source.execute("CREATE SCHEMA " + schema + "; CREATE TABLE " + from + columns);
        source.execute("INSERT INTO " + from + " VALUES ('one', 1), ('two', 2), (NULL, 3)");
        target.execute("CREATE SCHEMA " + schema + "; CREATE TABLE " + into + " ()");
        target.execute(
            "ALTER TABLE " + into + " ADD " + a + " integer PRIMARY KEY, ADD " + b + " text");
        target.execute("INSERT INTO " + into + " VALUES (2, 'there')");

        shell.type(
            "plan copy %s -> %s map %s = upper(%s) where %s < 3".formatted(from, into, b, b, a));
        shell.type("on conflict (" + a + ") overwrite");
        shell.type("conflicts");
        shell.type("run");

        assertThat(target.query("SELECT " + a + ", " + b + " FROM " + into + " ORDER BY 1"))
            .as(tale)
            .containsExactly("1|ONE", "2|TWO");
        assertThat(shell.receipt().inserted()).as(tale).isEqualTo(1);
        shell.type("verify");
      }
    }
  }

  private static List<Identifier> names(RandomText random, int count) {
    List<Identifier> names = new ArrayList<>();
    while (names.size() < count) {
      Identifier name = random.name();
      if (!names.contains(name)) {
        names.add(name);
      }
    }
    return names;
  }
}
