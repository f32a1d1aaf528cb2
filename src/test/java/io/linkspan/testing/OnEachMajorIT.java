package io.linkspan.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.linkspan.pg.Literal;

final class OnEachMajorIT {

  @OnEachMajor
  void each_version_runs_the_test_on_its_own_server(TestServer server, TestDatabases databases) {
    TestDatabase database = databases.create();

    assertThat(database.query("SHOW server_version").get(0)).startsWith(server.major() + ".");
  }

  @OnEachMajor
  void an_ordinary_role_uses_dblink_with_its_password(TestDatabases databases) {
    TestDatabase database = databases.create();

    assertThat(
            database.query(
                "SELECT * FROM dblink.dblink("
                    + Literal.quoted(database.conninfo())
                    + ", 'SELECT current_user') AS remote (name text)"))
        .containsExactly("app_user");
  }

  @OnEachMajor
  void the_log_tells_durations_when_asked(TestServer server) {
    server.logDurations(true);
    server.execute("postgres", "SELECT 'timed'");
    server.logDurations(false);

    assertThat(server.log()).containsPattern("duration: .* ms .*SELECT 'timed'");
  }

  @OnEachMajor
  void statement_statistics_are_loaded(TestServer server) {
    assertThat(Jdbc.query(server.superuser(), "SHOW shared_preload_libraries"))
        .containsExactly("pg_stat_statements");
  }
}
