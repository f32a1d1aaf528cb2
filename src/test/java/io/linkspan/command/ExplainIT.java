package io.linkspan.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.linkspan.testing.Jdbc;
import io.linkspan.testing.OnEachMajor;
import io.linkspan.testing.TestDatabase;
import io.linkspan.testing.TestDatabases;
import io.linkspan.testing.TestServer;

final class ExplainIT {
  private static final String STATEMENT =
      "explain insert into t (a) select a from dblink('elsewhere', 'q') as r(a text);";

  @OnEachMajor
  void a_name_is_a_foreign_server_until_a_connection_has_it(
      TestServer server, TestDatabases databases) {
    TestDatabase target = databases.create();
    Jdbc.execute(target.superuser(), "CREATE SERVER elsewhere FOREIGN DATA WRAPPER dblink_fdw");

    try (CopyShell shell = CopyShell.between(target.access(), target.access())) {
      String named = shell.type(STATEMENT);
      shell.type(
          "select dblink.dblink_connect('elsewhere', '%s');"
              .formatted(target.conninfo().replace("'", "''")));
      String opened = shell.type(STATEMENT);

      assertThat(named).contains("Names a foreign server of main").contains("─ leaves ─");
      assertThat(opened)
          .contains("Names a connection of main's session")
          .contains("─ dblink_connect(…), before ─")
          .doesNotContain("leaves");
    }
  }
}
