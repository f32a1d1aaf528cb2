package io.linkspan.undo;

import static io.linkspan.journal.JournalSamples.batches;
import static io.linkspan.journal.JournalSamples.entry;
import static io.linkspan.journal.JournalSamples.session;
import static org.assertj.core.api.Assertions.assertThat;

import io.linkspan.connection.Session;
import io.linkspan.journal.BatchCounts;
import io.linkspan.journal.HeapFiles;
import io.linkspan.journal.Journal;
import io.linkspan.journal.RunEntry;
import io.linkspan.journal.RunLock;
import io.linkspan.plan.Batch;
import io.linkspan.testing.TestDatabase;
import java.util.Collections;
import java.util.Map;

/** Runs that a test makes itself, statement by statement, as a run enters them in the journal. */
final class RunByHand {
  private RunByHand() {}

  /** A finished run of one batch for each INSERT. */
  static long finished(TestDatabase database, String into, String... inserts) {
    try (Session session = session(database.access())) {
      Journal journal = Journal.open(session);
      long run = begun(session, journal, into, inserts);
      journal.finish(run);
      return run;
    }
  }

  /** An interrupted run of which every INSERT but one more batch is done. */
  static long interrupted(TestDatabase database, String into, String... inserts) {
    try (Session session = session(database.access())) {
      Journal journal = Journal.open(session);
      long run = begun(session, journal, into, inserts);
      session.execute(
          "INSERT INTO linkspan.batches (run, batch) VALUES (%d, %d)"
              .formatted(run, inserts.length + 1));
      RunLock.release(session, run);
      return run;
    }
  }

  /** A run that goes on, led by the session. */
  static long begun(Session session, Journal journal, String into, String... inserts) {
    RunEntry entry = entry(into, HeapFiles.read(session, into), HeapFiles.clean(session, into));
    Batch[] all = Collections.nCopies(inserts.length, new Batch.All()).toArray(Batch[]::new);
    long run = journal.begin(entry, batches(all));
    for (int i = 0; i < inserts.length; i++) {
      copy(session, run, i + 1, inserts[i]);
    }
    return run;
  }

  private static void copy(Session session, long run, int batch, String insert) {
    session.execute("BEGIN");
    assertThat(Journal.claim(session, run, batch)).isPresent();
    long rows =
        session
            .rows(
                "WITH i AS (" + insert + " RETURNING 1) SELECT count(*) AS n FROM i",
                row -> row.number("n"))
            .get(0);
    Journal.complete(session, run, batch, new BatchCounts(rows, 0, rows, 0, 0, 0), Map.of());
    session.execute("COMMIT");
  }
}
