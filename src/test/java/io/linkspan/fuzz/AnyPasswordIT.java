package io.linkspan.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import io.linkspan.command.CopyShell;
import io.linkspan.pg.Identifier;
import io.linkspan.pg.Literal;
import io.linkspan.pg.UserException;
import io.linkspan.sandbox.Login;
import io.linkspan.testing.Jdbc;
import io.linkspan.testing.OnEachMajor;
import io.linkspan.testing.TestDatabase;
import io.linkspan.testing.TestDatabases;
import io.linkspan.testing.TestServer;

/** Passwords of any characters open the link and are seen nowhere. */
final class AnyPasswordIT {
  private static final int ROUNDS = 15;

  @OnEachMajor
  void every_password_works_and_stays_unseen(TestServer server, TestDatabases databases) {
    long seed = System.nanoTime();
    RandomText random = new RandomText(seed);
    TestDatabase source = databases.create();
    TestDatabase target = databases.create();
    source.execute("CREATE TABLE t AS SELECT 1 AS id; GRANT SELECT ON t TO PUBLIC");
    target.execute("CREATE TABLE t (id integer)");
    String role = new Identifier("any " + source.name()).quoted();
    server.createRole("any " + source.name(), "first");
    server.logDurations(true);
    try {
      for (int i = 0; i < ROUNDS; i++) {
        String password = random.password();
        Login login = new Login("any " + source.name(), password);
        changePassword(server, role, password);
        int since = server.log().length();
        String tale = "seed " + seed + ", password " + password;
        try (CopyShell shell = CopyShell.between(source.access().as(login), target.access())) {
          shell.type("plan copy t -> t");
          shell.type("run");
          assertThat(shell.receipt().inserted()).as(tale).isEqualTo(1);
          unseen(shell, "plan copy t -> t where id = 1 / (id - 1)");
          unseen(shell, "run");
          unseen(shell, "connect wrong " + CopyShell.conninfo(source.access().as(wrong(login))));
          shell.type("connections");
          assertThat(shell.shown()).as(tale).doesNotContain(password);
          assertThat(shell.forHistory("connect x " + CopyShell.conninfo(source.access().as(login))))
              .as(tale)
              .doesNotContain(password);
          assertThat(activity(server)).as(tale).doesNotContain(password);
        }
        assertThat(server.log().substring(since)).as(tale).doesNotContain(password);
      }
    } finally {
      server.logDurations(false);
      server.execute(source.name(), "DROP OWNED BY " + role + "; DROP ROLE " + role);
    }
  }

  /** The password is set without the log, which this test reads, ever being told. */
  private static void changePassword(TestServer server, String role, String password) {
    Jdbc.execute(
        server.superuser(),
        "SET log_min_duration_statement = -1; ALTER ROLE "
            + role
            + " PASSWORD "
            + Literal.quoted(password));
  }

  private static Login wrong(Login login) {
    return new Login(login.user(), login.password() + "x");
  }

  /** What is typed may end in an error, which is then among what was shown. */
  private static void unseen(CopyShell shell, String line) {
    try {
      shell.type(line);
    } catch (UserException e) {
      assertThat(e.fields().message()).isNotBlank();
      shell.refusal(line);
    }
  }

  private static String activity(TestServer server) {
    return String.join("\n", Jdbc.query(server.superuser(), "SELECT query FROM pg_stat_activity"));
  }
}
