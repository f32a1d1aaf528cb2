package io.linkspan.connection;

import static org.assertj.core.api.Assertions.assertThatCode;

import io.linkspan.command.CopyShell;
import io.linkspan.testing.Jdbc;
import io.linkspan.testing.OnServers;
import io.linkspan.testing.TestDatabase;
import io.linkspan.testing.TestDatabases;
import org.junit.jupiter.api.Test;

@OnServers
final class LinkIT {
  // Closed by the test itself, which is about just that.
  @SuppressWarnings("resource")
  @Test
  void a_link_whose_session_was_terminated_is_closed_without_an_error(TestDatabases databases) {
    TestDatabase source = databases.create();
    TestDatabase target = databases.create();
    source.execute("CREATE TABLE n (id integer)");
    target.execute("CREATE TABLE n (id integer)");
    CopyShell shell = CopyShell.between(source.access(), target.access());
    shell.type("plan copy n -> n");

    Jdbc.query(
        target.superuser(),
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid <> pg_backend_pid()"
            + " AND datname = current_database()");

    assertThatCode(shell::close).doesNotThrowAnyException();
  }
}
