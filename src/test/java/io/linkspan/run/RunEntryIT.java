package io.linkspan.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.linkspan.command.CopyShell;
import io.linkspan.testing.Await;
import io.linkspan.testing.OnServers;
import io.linkspan.testing.TestDatabase;
import io.linkspan.testing.TestDatabases;
import java.sql.Connection;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

@OnServers
final class RunEntryIT {
  private static final String WAITING =
      "SELECT pid FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND query LIKE '%batches%'";

  @Test
  void a_run_is_entered_together_with_its_batches(TestDatabases databases) throws Exception {
    TestDatabase source = databases.create();
    TestDatabase target = databases.create();
    source.execute("CREATE TABLE n AS SELECT g AS id FROM generate_series(1, 5000) g; ANALYZE n");
    target.execute("CREATE TABLE n (id integer)");
    try (CopyShell shell = CopyShell.between(source.access(), target.access())) {
      shell.type("plan copy n -> n batch 1000 rows on conflict fail");
      shell.type("run");

      CompletableFuture<String> run;
      List<String> seen;
      try (Connection other = target.connect();
          Statement statement = other.createStatement()) {
        other.setAutoCommit(false);
        statement.execute("LOCK TABLE linkspan.batches IN SHARE MODE");
        run = shell.typeInBackground("run");
        Await.until("the run waits", () -> !target.query(WAITING).isEmpty());
        seen = target.query("SELECT run FROM linkspan.runs ORDER BY run");
        other.rollback();
      }
      run.join();

      assertThat(seen).containsExactly("1");
      assertThat(target.query("SELECT state, count(*) FROM linkspan.runs GROUP BY state"))
          .containsExactly("finished|2");
    }
  }
}
