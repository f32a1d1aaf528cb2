package io.linkspan.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import io.linkspan.command.CopyShell;
import io.linkspan.pg.UserException;
import io.linkspan.testing.OnEachMajor;
import io.linkspan.testing.TestDatabases;
import io.linkspan.testing.TestServer;
import java.util.List;

/** Whatever stands in a clause stays an expression: it ends no statement and begins none. */
final class TypedClausesIT {
  private static final int LINES = 90;

  /** What one would type to leave the place that a clause has in the statement. */
  private static final List<String> ATTACKS =
      List.of(
          "true); UPDATE canary SET state = 'dead'; --",
          "true; UPDATE canary SET state = 'dead'; SELECT 1",
          "true$remote$) AS t(id integer); UPDATE canary SET state = 'dead'; --",
          "name = $remote$x$remote$ OR name = $remote_1$y$remote_1$",
          "id IN (WITH d AS (UPDATE canary SET state = 'dead' RETURNING 1) SELECT 1 FROM d)",
          "EXISTS (SELECT 1 FROM (UPDATE canary SET state = 'dead' RETURNING 1) u)",
          "kill()",
          "name = '\\' AND kill() --'",
          "name = E'\\'' AND kill() --'",
          "name = E'\\\\' AND kill() OR name = ''",
          "name = '''; UPDATE canary SET state = ''dead'';--'",
          "name = U&'\\0027' AND kill()",
          "true /* */ ; CREATE TABLE pwned_a () /* */",
          "true INTO pwned_b",
          "id = 1 UNION SELECT 1, 'x', 'y' FROM canary",
          "true FOR UPDATE",
          "set_config('default_transaction_read_only', 'off', false) = 'off'",
          "set_config('default_transaction_read_only', 'off', false) = 'off' and kill()",
          "set_config('transaction_read_only', 'off', true) = 'off'",
          "set_config('search_path', 'evil', false) = 'evil'",
          "true; COMMIT; CREATE TABLE pwned_c ()",
          "true; SET default_transaction_read_only = off; CREATE TABLE pwned_d ()",
          "dblink.dblink_exec('linkspan_archive', 'UPDATE canary SET state = ''dead''') = 'UPDATE 1'",
          "(SELECT count(*) FROM dblink.dblink('linkspan_archive', 'SELECT kill()') AS t(k boolean)) = 1",
          "lo_from_bytea(0, 'x') > 0",
          "nextval('nothing') > 0",
          "true) ON CONFLICT DO NOTHING; CREATE TABLE pwned_e (); --",
          "id = any(array[1,2]) and name ~ '[\"'']'",
          "name like '%--%' or name like '/*'");

  private static String line(RandomText random) {
    String text = random.oneIn(2) ? random.of(ATTACKS) : random.of(ATTACKS) + random.text(3);
    if (random.oneIn(4)) {
      text = random.text(12);
    }
    return switch (random.below(8)) {
      case 0, 1, 2 -> "plan copy people -> others where " + text;
      case 3 -> "plan copy people -> others map name = " + text;
      case 4 -> "plan copy people -> others distinct on (" + text + ") order by id";
      case 5 -> "plan copy people -> others on conflict (id) do update set name = " + text;
      case 6 -> "plan copy (select id, name from people where " + text + ") -> others";
      default -> "plan copy people -> others on conflict (id) where " + text + " do nothing";
    };
  }

  /** Types a line; what the user may mend is no failure, anything else is. */
  private static void type(CopyShell shell, String line, long seed) {
    try {
      shell.type(line);
    } catch (UserException e) {
      assertThat(e.fields().message()).as("seed %d: %s", seed, line).isNotBlank();
    }
  }

  @OnEachMajor
  void a_clause_is_never_a_statement(TestServer server, TestDatabases databases) {
    attack(AttackedDatabases.create(databases), System.nanoTime());
  }

  @OnEachMajor
  void nor_where_backslashes_escape_in_every_string(TestServer server, TestDatabases databases) {
    AttackedDatabases attacked = AttackedDatabases.create(databases);
    for (String database : List.of(attacked.source().name(), attacked.target().name())) {
      server.execute(
          "postgres",
          "ALTER ROLE app_user IN DATABASE %1$s SET standard_conforming_strings = off; ALTER ROLE app_user IN DATABASE %1$s SET backslash_quote = on"
              .formatted(database));
    }

    attack(attacked, System.nanoTime());
  }

  private static void attack(AttackedDatabases attacked, long seed) {
    RandomText random = new RandomText(seed);
    try (CopyShell shell = attacked.shell()) {
      for (int i = 0; i < LINES; i++) {
        String line =
            i < ATTACKS.size()
                ? "plan copy people -> others where " + ATTACKS.get(i)
                : line(random);
        type(shell, line, seed);
        type(shell, "preview 2", seed);
        type(shell, "run dry", seed);
        if (random.oneIn(3)) {
          type(shell, "run", seed);
        }
        if (i % 10 == 0) {
          attacked.requireAlive("seed " + seed + " up to: " + line);
        }
      }
      attacked.requireAlive("seed " + seed);

      // After all that, the shell still copies; only the search path may be what a map has set.
      shell.type("plan copy public.people -> public.people");
      shell.type("run");
      assertThat(attacked.target().query("SELECT count(*), sum(id) FROM people"))
          .containsExactly("20|210");
    }
  }

  @OnEachMajor
  void a_write_on_the_source_is_refused_also_after_a_clause_has_switched_it_on(
      TestServer server, TestDatabases databases) {
    AttackedDatabases attacked = AttackedDatabases.create(databases);
    try (CopyShell shell = attacked.shell()) {
      String unlock = "set_config('default_transaction_read_only', 'off', false) = 'off'";
      type(shell, "plan copy people -> others where " + unlock, 0);
      type(shell, "run", 0);
      type(shell, "plan copy people -> others where kill()", 0);
      type(shell, "run", 0);
    }

    attacked.requireAlive("read only switched off by an expression");
  }
}
