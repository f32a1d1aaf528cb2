package io.linkspan.journal;

import static io.linkspan.journal.JournalSamples.batches;
import static io.linkspan.journal.JournalSamples.divided;
import static io.linkspan.journal.JournalSamples.entry;
import static io.linkspan.journal.JournalSamples.session;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.linkspan.connection.ServerException;
import io.linkspan.connection.Session;
import io.linkspan.pg.QualifiedName;
import io.linkspan.pg.SqlState;
import io.linkspan.plan.Batch;
import io.linkspan.testing.Await;
import io.linkspan.testing.Jdbc;
import io.linkspan.testing.OnEachMajor;
import io.linkspan.testing.TestDatabase;
import io.linkspan.testing.TestDatabases;
import io.linkspan.testing.TestServer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** The journal on real servers: what is written, what is read, and who waits for whom. */
final class JournalIT {
  private static final RunEntry ENTRY = entry("public.users", "16384=16384", true);
  private static final QualifiedName HEAP = QualifiedName.of("public", "t");

  private static Batch pages(QualifiedName heap, long from, long before) {
    return new Batch.PageRange(heap, from, OptionalLong.of(before));
  }

  @OnEachMajor
  void what_is_entered_is_what_is_read(TestDatabases databases) {
    try (Session session = session(databases.create().access())) {
      Instant before = Instant.now().minus(Duration.ofHours(1));
      Journal journal = Journal.open(session);
      RunEntry entry = divided(ENTRY, "pages 100");
      long number = journal.begin(entry, List.of());

      JournaledRun run = journal.run(number).orElseThrow();

      assertThat(run.entry()).isEqualTo(entry);
      assertThat(run.number()).isEqualTo(1);
      assertThat(run.state()).isEqualTo(RunState.RUNNING);
      assertThat(run.role()).isEqualTo("app_user");
      assertThat(run.begun()).isBetween(before, Instant.now().plus(Duration.ofHours(1)));
      assertThat(run.ended()).isEmpty();
      assertThat(List.of(run.batches(), run.batchesDone())).containsExactly(0, 0);
      assertThat(run.counts()).isEqualTo(BatchCounts.NONE);
      assertThat(journal.run(99)).isEmpty();
    }
  }

  @OnEachMajor
  void batches_come_back_as_they_were_whatever_their_names_and_keys(TestDatabases databases) {
    try (Session session = session(databases.create().access())) {
      Journal journal = Journal.open(session);
      long run = journal.begin(ENTRY, List.of());
      String odd = "it's \"{odd}\", \\N \\\\ $1 ? 'null' \t\n\r é \uD83D\uDE00 {,}";
      List<JournaledBatch> all =
          batches(
              pages(QualifiedName.of("a.b", "c\"d"), 0, 7),
              pages(QualifiedName.of("Großes Schema", "x'; -- \\ \n ?"), 7, 4_294_967_295L),
              new Batch.PageRange(HEAP, 9, OptionalLong.empty()),
              new Batch.KeyRange(List.of(), List.of("1", odd)),
              new Batch.KeyRange(List.of("1", odd), List.of("NULL", "")),
              new Batch.KeyRange(List.of("NULL", ""), List.of()),
              new Batch.All());

      journal.add(run, all);

      assertThat(journal.batches(run)).isEqualTo(all);
      assertThat(journal.left(run)).isEqualTo(all);
    }
  }

  @OnEachMajor
  void several_thousand_batches_are_kept(TestDatabases databases) {
    try (Session session = session(databases.create().access())) {
      Journal journal = Journal.open(session);
      long run = journal.begin(ENTRY, List.of());
      List<Batch> ranges = new ArrayList<>();
      for (int i = 0; i < 12_000; i++) {
        ranges.add(
            i % 2 == 0
                ? pages(HEAP, i, i + 1)
                : new Batch.KeyRange(List.of(String.valueOf(i)), List.of(String.valueOf(i + 1))));
      }
      List<JournaledBatch> all = batches(ranges.toArray(Batch[]::new));

      journal.add(run, all);

      assertThat(journal.left(run)).isEqualTo(all);
      assertThat(journal.run(run).orElseThrow().batches()).isEqualTo(12_000);
    }
  }

  @OnEachMajor
  void a_batch_that_is_done_is_left_no_more_and_counts(TestDatabases databases) {
    try (Session session = session(databases.create().access())) {
      Journal journal = Journal.open(session);
      long run = journal.begin(ENTRY, List.of());
      List<JournaledBatch> all = batches(pages(HEAP, 0, 5), pages(HEAP, 5, 10));
      journal.add(run, all);

      session.execute("BEGIN");
      Optional<String> xid = Journal.claim(session, run, 1);
      String current = session.text("SELECT pg_current_xact_id()");
      Journal.complete(session, run, 1, new BatchCounts(10, 1, 5, 2, 1, 1), Map.of());
      session.execute("COMMIT");

      assertThat(xid).contains(current);
      assertThat(journal.left(run)).isEqualTo(all.subList(1, 2));
      assertThat(journal.batches(run).get(0))
          .isEqualTo(
              new JournaledBatch(1, pages(HEAP, 0, 5), xid, new BatchCounts(10, 1, 5, 2, 1, 1)));
      JournaledRun read = journal.run(run).orElseThrow();
      assertThat(List.of(read.batches(), read.batchesDone())).containsExactly(2, 1);
      assertThat(read.counts()).isEqualTo(new BatchCounts(10, 1, 5, 2, 1, 1));
      assertThat(Journal.claim(session, run, 1)).isEmpty();
      assertThat(Journal.claim(session, run, 3)).isEmpty();
    }
  }

  @OnEachMajor
  void a_second_claimer_waits_and_gets_nothing_after_a_commit(TestDatabases databases)
      throws Exception {
    assertThat(secondClaim(databases.create(), "COMMIT")).isEmpty();
  }

  @OnEachMajor
  void a_second_claimer_waits_and_gets_the_batch_after_a_rollback(TestDatabases databases)
      throws Exception {
    assertThat(secondClaim(databases.create(), "ROLLBACK")).isPresent();
  }

  private static Optional<String> secondClaim(TestDatabase database, String end) throws Exception {
    try (Session first = session(database.access());
        Session second = session(database.access())) {
      Journal journal = Journal.open(first);
      long run = journal.begin(ENTRY, List.of());
      journal.add(run, batches(new Batch.All()));
      first.execute("BEGIN");
      assertThat(Journal.claim(first, run, 1)).isPresent();
      CompletableFuture<Optional<String>> claim =
          CompletableFuture.supplyAsync(() -> Journal.claim(second, run, 1));
      Await.until("the second waits", () -> waits(database, second));
      first.execute(end);
      return claim.get(30, TimeUnit.SECONDS);
    }
  }

  private static boolean waits(TestDatabase database, Session session) {
    return database
        .query(
            "SELECT coalesce(wait_event_type, '') FROM pg_stat_activity WHERE pid = "
                + session.backendPid())
        .equals(List.of("Lock"));
  }

  @OnEachMajor
  void a_run_is_running_while_its_session_lives_and_interrupted_after_that(
      TestServer server, TestDatabases databases) {
    TestDatabase database = databases.create();
    try (Session leading = session(database.access());
        Session other = session(database.access())) {
      long run = Journal.open(leading).begin(ENTRY, List.of());
      Journal journal = Journal.find(other).orElseThrow();
      assertThat(journal.run(run).orElseThrow().state()).isEqualTo(RunState.RUNNING);
      assertThat(journal.latestInterrupted()).isEmpty();
      assertThat(RunLock.take(other, run)).isFalse();

      server.execute("postgres", "SELECT pg_terminate_backend(" + leading.backendPid() + ")");
      Await.until(
          "the lock is gone", () -> journal.run(run).orElseThrow().state() == RunState.INTERRUPTED);

      assertThat(journal.latestInterrupted().orElseThrow().number()).isEqualTo(run);
      assertThat(RunLock.take(other, run)).isTrue();
      assertThat(journal.run(run).orElseThrow().state()).isEqualTo(RunState.RUNNING);
      RunLock.release(other, run);
      assertThat(journal.run(run).orElseThrow().state()).isEqualTo(RunState.INTERRUPTED);
    }
  }

  @OnEachMajor
  void the_lock_of_another_database_is_no_lock_of_this_one(TestDatabases databases) {
    try (Session here = session(databases.create().access());
        Session there = session(databases.create().access())) {
      Journal journal = Journal.open(here);
      long run = journal.begin(ENTRY, List.of());
      RunLock.release(here, run);
      RunLock.take(there, run);

      assertThat(journal.run(run).orElseThrow().state()).isEqualTo(RunState.INTERRUPTED);
      assertThat(RunLock.take(here, run)).isTrue();
    }
  }

  @OnEachMajor
  void a_run_appears_together_with_its_lock(TestDatabases databases) {
    TestDatabase database = databases.create();
    try (Session leading = session(database.access());
        Session other = session(database.access())) {
      Journal journal = Journal.open(leading);
      leading.execute("BEGIN");
      long run = journal.begin(ENTRY, List.of());

      assertThat(RunLock.take(other, run)).isFalse();
      leading.execute("COMMIT");
    }
  }

  @OnEachMajor
  void the_latest_runs_come_first_and_in_their_states(TestDatabases databases) {
    try (Session session = session(databases.create().access())) {
      Journal journal = Journal.open(session);
      long finished = journal.begin(ENTRY, List.of());
      long undone = journal.begin(ENTRY, List.of());
      long interrupted = journal.begin(ENTRY, List.of());
      long forgotten = journal.begin(ENTRY, List.of());
      long running = journal.begin(ENTRY, List.of());
      journal.finish(finished);
      journal.finish(undone);
      journal.undone(undone, 17);
      RunLock.release(session, interrupted);
      journal.forget(forgotten);

      assertThat(journal.latest(20))
          .extracting(run -> run.number() + " " + run.state() + " " + run.undoneRows())
          .containsExactly(
              running + " RUNNING 0",
              interrupted + " INTERRUPTED 0",
              undone + " UNDONE 17",
              finished + " FINISHED 0");
      assertThat(journal.latest(2))
          .extracting(JournaledRun::number)
          .containsExactly(running, interrupted);
      assertThat(journal.run(finished).orElseThrow().ended()).isPresent();
      assertThat(journal.batches(forgotten)).isEmpty();
    }
  }

  @OnEachMajor
  void two_sessions_that_open_the_journal_at_once_make_one(TestDatabases databases)
      throws Exception {
    TestDatabase database = databases.create();
    try (Session holder = session(database.access());
        Session first = session(database.access());
        Session second = session(database.access())) {
      assertThat(Journal.find(first)).isEmpty();
      holder.execute("BEGIN");
      holder.execute("SELECT pg_advisory_xact_lock(" + RunLock.CLASS + ", 0)");
      CompletableFuture<Long> one =
          CompletableFuture.supplyAsync(() -> Journal.open(first).begin(ENTRY, List.of()));
      CompletableFuture<Long> two =
          CompletableFuture.supplyAsync(() -> Journal.open(second).begin(ENTRY, List.of()));
      Await.until("both wait", () -> waits(database, first) && waits(database, second));
      holder.execute("COMMIT");

      assertThat(List.of(one.get(30, TimeUnit.SECONDS), two.get(30, TimeUnit.SECONDS)))
          .containsExactlyInAnyOrder(1L, 2L);
    }
  }

  @OnEachMajor
  void a_role_that_may_only_use_the_schema_made_for_it_can_open_a_journal(
      TestServer server, TestDatabases databases) {
    TestDatabase database = databases.create();
    String name = "keeper_" + database.name();
    server.createRole(name, "k");
    server.execute(
        database.name(),
        "CREATE SCHEMA linkspan; GRANT USAGE, CREATE ON SCHEMA linkspan TO " + name);
    try (Session keeper =
        session(database.superuser().as(new io.linkspan.sandbox.Login(name, "k")))) {
      assertThat(Journal.open(keeper).begin(ENTRY, List.of())).isEqualTo(1);
    } finally {
      server.execute(database.name(), "DROP OWNED BY " + name + "; DROP ROLE " + name);
    }
  }

  @OnEachMajor
  void a_role_without_rights_is_told_so_by_the_server(TestServer server, TestDatabases databases) {
    TestDatabase database = databases.create();
    String name = "stranger_" + database.name();
    server.createRole(name, "s");
    try (Session owner = session(database.access());
        Session stranger =
            session(database.superuser().as(new io.linkspan.sandbox.Login(name, "s")))) {
      Journal.open(owner).begin(ENTRY, List.of());

      ServerException refusal =
          catchThrowableOfType(
              ServerException.class, () -> Journal.find(stranger).orElseThrow().latest(1));

      assertThat(refusal.sqlState()).isEqualTo(SqlState.INSUFFICIENT_PRIVILEGE);
    } finally {
      server.execute("postgres", "DROP ROLE " + name);
    }
  }

  @OnEachMajor
  void a_failed_begin_of_the_journal_leaves_no_transaction_open(TestDatabases databases) {
    TestDatabase database = databases.create();
    Jdbc.execute(database.superuser(), "CREATE SCHEMA linkspan");
    try (Session session = session(database.access())) {
      // The owner of the database does not own the schema that a superuser made.
      assertThat(catchThrowableOfType(ServerException.class, () -> Journal.open(session)))
          .isNotNull();

      assertThat(session.text("SELECT 1")).isEqualTo("1");
      assertThat(session.transactionStatus())
          .isEqualTo(io.linkspan.connection.TransactionStatus.IDLE);
    }
  }
}
