package io.linkspan.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.linkspan.pg.Literal;
import java.util.List;
import org.junit.jupiter.api.Test;

@OnServers
final class OnServersIT {

  @Test
  void a_test_gets_databases_on_servers_of_two_versions_that_reach_each_other(
      TestServers servers, TestDatabases databases) {
    TestDatabase source = databases.createOn(servers.oldest());
    TestDatabase target = databases.createOn(servers.newest());
    source.execute("CREATE TABLE letters AS SELECT 'a' AS letter");

    List<String> rows =
        target.query(
            "SELECT * FROM dblink.dblink("
                + Literal.quoted(source.conninfo())
                + ", 'SELECT letter FROM letters') AS remote (letter text)");

    assertThat(rows).containsExactly("a");
    assertThat(source.server().log()).contains("SELECT letter FROM letters");
  }
}
