package io.linkspan.verify;

import io.linkspan.command.CopyShell;
import io.linkspan.testing.Jdbc;
import io.linkspan.testing.TestDatabase;
import io.linkspan.testing.TestDatabases;
import java.util.List;

/** A source, a target, and a shell whose route leads from the one to the other. */
record VerifiedRoute(TestDatabase source, TestDatabase target, CopyShell shell)
    implements AutoCloseable {
  static VerifiedRoute of(TestDatabases databases, String onSource, String onTarget) {
    TestDatabase source = databases.create();
    TestDatabase target = databases.create();
    source.execute(onSource);
    target.execute(onTarget);
    return new VerifiedRoute(source, target, CopyShell.between(source.access(), target.access()));
  }

  /** Copies; the run is in the journal. */
  void copy(String request) {
    shell.run("plan copy " + request);
  }

  /** What {@code verify} shows, times left out. */
  String verify() {
    return shell.type("verify").replaceAll("(?m)^  time .*\n", "");
  }

  /** What runs in either database, whoever runs it. */
  List<String> active() {
    return Jdbc.query(
        target.superuser(),
        "SELECT datname, query FROM pg_stat_activity WHERE datname IN ('%s', '%s')"
                .formatted(source.name(), target.name())
            + " AND state <> 'idle' AND pid <> pg_backend_pid()");
  }

  /** The sessions of a database that are the shell's. */
  long sessions(TestDatabase database) {
    return Long.parseLong(
        Jdbc.query(
                database.superuser(),
                "SELECT count(*) FROM pg_stat_activity WHERE datname = '%s'"
                        .formatted(database.name())
                    + " AND application_name LIKE 'linkspan%'")
            .get(0));
  }

  @Override
  public void close() {
    shell.close();
  }
}
