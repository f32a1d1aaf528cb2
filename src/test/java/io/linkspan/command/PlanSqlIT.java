package io.linkspan.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.linkspan.sandbox.Access;
import io.linkspan.testing.OnEachMajor;
import io.linkspan.testing.TestDatabase;
import io.linkspan.testing.TestDatabases;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;

/** What {@code plan sql} prints, carried out by psql where there is one. */
final class PlanSqlIT {
  private static final String INTO =
      """
      CREATE TABLE users (id bigserial PRIMARY KEY, name text UNIQUE, born timestamptz);
      INSERT INTO users VALUES (1, 'u3', now())
      """;
  private static final String LOOK =
      "SELECT id, name, born = 'epoch'::timestamptz FROM users ORDER BY id";
  private static final String NEXT = "SELECT nextval('users_id_seq')";

  @TempDir private Path home;

  private static boolean thereIsPsql() {
    return Stream.of(String.valueOf(System.getenv("PATH")).split(":"))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, "psql")));
  }

  private String psql(Path script, TestDatabase target) throws Exception {
    Access access = target.access();
    ProcessBuilder builder =
        new ProcessBuilder(
            "psql",
            "-X",
            "-f",
            script.toString(),
            "host=%s port=%d dbname=%s user=%s"
                .formatted(access.host(), access.port(), access.database(), access.login().user()));
    builder.environment().put("PGPASSWORD", access.login().password());
    builder.environment().put("SOURCE_PASSWORD", access.login().password());
    builder.environment().put("HOME", home.toString());
    Process process =
        builder.redirectErrorStream(true).redirectInput(new java.io.File("/dev/null")).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
    assertThat(process.exitValue()).as(output).isZero();
    return output;
  }

  private Path script(CopyShell shell) throws IOException {
    int before = shell.shown().length();
    shell.type("plan sql");
    return Files.writeString(home.resolve("copy.sql"), shell.shown().substring(before));
  }

  @OnEachMajor
  void psql_does_what_a_run_does(TestDatabases databases) throws Exception {
    assumeTrue(thereIsPsql(), "no psql on PATH");
    TestDatabase source = databases.create();
    TestDatabase byRun = databases.create();
    TestDatabase byPsql = databases.create();
    source.execute(
        "CREATE TABLE users (id bigint, name text, born timestamp);"
            + "INSERT INTO users SELECT i, 'u' || i % 90, 'epoch' FROM generate_series(1, 100) AS i");
    byRun.execute(INTO);
    byPsql.execute(INTO);
    Path script;
    try (CopyShell shell = CopyShell.between(source.accessForServers(), byRun.access())) {
      shell.run("plan copy users -> users map born = born at time zone 'UTC' where id > 2");
      script = script(shell);
    }

    String output = psql(script, byPsql);

    assertThat(output).contains("INSERT 0 89");
    assertThat(Files.readString(script)).doesNotContain(TestDatabase.APP_USER.password());
    assertThat(byPsql.query(LOOK)).isEqualTo(byRun.query(LOOK)).hasSize(90);
    assertThat(byPsql.query(NEXT)).isEqualTo(byRun.query(NEXT));
    assertThat(
            byPsql.query(
                "SELECT count(*) FROM pg_stat_activity WHERE datname = '"
                    + source.name()
                    + "' AND application_name = 'psql'"))
        .isEqualTo(List.of("0"));
  }
}
