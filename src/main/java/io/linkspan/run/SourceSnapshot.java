package io.linkspan.run;

import io.linkspan.catalog.Heap;
import io.linkspan.catalog.HeapReader;
import io.linkspan.connection.OpenConnection;
import io.linkspan.connection.ServerException;
import io.linkspan.connection.Session;
import io.linkspan.journal.HeapFiles;
import io.linkspan.plan.CopyPlan;
import io.linkspan.plan.Reading;
import io.linkspan.statement.KeyRangeText;
import io.linkspan.statement.SourceLock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One moment of the source, held by a session of the shell's own: every link of the run reads it,
 * and until it is closed no table that is read can be rewritten. A snapshot alone does not protect
 * against that (design note on dblink, 2.1). Several threads may ask it, one after another.
 */
final class SourceSnapshot implements AutoCloseable {
  private final Session session;
  private final Reading.OfTable reading;
  private final String id;
  private final String text;

  private SourceSnapshot(Session session, Reading.OfTable reading, String id, String text) {
    this.session = session;
    this.reading = reading;
    this.id = id;
    this.text = text;
  }

  /** Opens the session, locks what is read, and takes the snapshot. */
  static SourceSnapshot take(OpenConnection source, CopyPlan plan) {
    Session session = source.openSession();
    try {
      Reading.OfTable reading = (Reading.OfTable) plan.reading();
      session.servesAs("snapshot");
      session.execute("SET idle_in_transaction_session_timeout = 0");
      session.execute("SET statement_timeout = 0");
      if (session.version().atLeast(17)) {
        session.execute("SET transaction_timeout = 0");
      }
      session.execute("SET lock_timeout = '10s'");
      session.execute(SourceTransaction.BEGIN);
      session.execute(SourceLock.of(reading.table()));
      List<String> taken =
          session.queryOne(
              "SELECT pg_catalog.pg_export_snapshot() AS id,"
                  + " pg_catalog.pg_current_snapshot()::pg_catalog.text AS snapshot",
              row -> List.of(row.text("id"), row.text("snapshot")));
      return new SourceSnapshot(session, reading, taken.get(0), taken.get(1));
    } catch (RuntimeException e) {
      session.close();
      throw e;
    }
  }

  /** By which another session of the source takes it over. */
  String id() {
    return id;
  }

  /** As {@code pg_current_snapshot} writes it. */
  String text() {
    return text;
  }

  /** The heaps of the table, as they are now. */
  synchronized List<Heap> heaps() {
    return HeapReader.read(session, reading.table().oid());
  }

  /** The files of the heaps. */
  synchronized String files() {
    return HeapFiles.read(session, reading.table().name().quoted());
  }

  /** The last key of the next so many rows after a key; empty where fewer are left. */
  synchronized Optional<List<String>> lastKey(CopyPlan plan, List<String> after, long rows) {
    return session
        .rows(
            KeyRangeText.lastKey(plan, after, rows),
            row -> {
              List<String> values = new ArrayList<>();
              for (int i = 0; i < KeyRangeText.columns(plan); i++) {
                values.add(row.text("k" + i));
              }
              return List.copyOf(values);
            })
        .stream()
        .findFirst();
  }

  /** What a query that counts gives in {@code n}. */
  synchronized long count(String sql) {
    return session.rows(sql, row -> row.number("n")).get(0);
  }

  /** Whether the session still holds it. */
  synchronized boolean stands() {
    try {
      return !session.isClosed()
          && session.queryOne("SELECT true AS stands", row -> row.flag("stands"));
    } catch (ServerException e) {
      return false;
    }
  }

  /** Stops a query of the session; called from another thread. */
  void cancel() {
    session.cancel(Duration.ZERO);
  }

  @Override
  public void close() {
    session.close();
  }
}
