package io.linkspan.trace;

import static org.assertj.core.api.Assertions.assertThat;

import io.linkspan.command.CopyShell;
import io.linkspan.connection.OpenConnection;
import io.linkspan.connection.OpenConnections;
import io.linkspan.testing.OnEachMajor;
import io.linkspan.testing.TestDatabase;
import io.linkspan.testing.TestDatabases;
import io.linkspan.testing.TestServer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

final class TraceIT {
  /** A server shows the query of a backend as it was sent, with all that stands in it. */
  @OnEachMajor
  void what_a_server_sees_is_told_without_passwords(TestServer server, TestDatabases databases) {
    TestDatabase database = databases.create();
    List<TraceEvent> told = Collections.synchronizedList(new ArrayList<>());
    OpenConnections connections = new OpenConnections(List::of);

    try (CopyShell shell = CopyShell.between(database.access(), database.access());
        Trace trace = new Trace(connections, false, text -> text.replace("geheim", "***"))) {
      OpenConnection main = shell.connection("main");
      connections.add(main);
      connections.listen(Optional.of(trace));
      trace.begin(told::add);
      main.session().execute("do $$begin perform pg_sleep(0.6), 'geheim'; end$$");
      trace.end();
    }

    assertThat(told)
        .filteredOn(event -> event instanceof TraceEvent.Seen)
        .hasSizeGreaterThan(1)
        .allSatisfy(
            event ->
                assertThat(((TraceEvent.Seen) event).activity().query())
                    .isEqualTo("do $$begin perform pg_sleep(0.6), '***'; end$$"));
    assertThat(told.toString()).doesNotContain("geheim");
  }
}
