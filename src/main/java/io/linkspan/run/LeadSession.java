package io.linkspan.run;

import io.linkspan.connection.OpenConnection;
import io.linkspan.connection.ServerException;
import io.linkspan.connection.Session;
import io.linkspan.journal.BatchCounts;
import io.linkspan.journal.Journal;
import io.linkspan.journal.JournaledBatch;
import io.linkspan.journal.JournaledRun;
import io.linkspan.journal.RunEntry;
import io.linkspan.journal.RunLock;
import io.linkspan.pg.ErrorFields;
import io.linkspan.pg.UserException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * The session that leads a run on the target: it keeps the journal and holds the run's lock. Where
 * it is lost, another takes its place. Without a journal it does nothing but exist.
 */
final class LeadSession implements AutoCloseable {
  private final OpenConnection target;
  private final Stopping stopping;
  private final boolean journal;
  private OptionalLong run = OptionalLong.empty();
  private Session session;

  private LeadSession(OpenConnection target, Stopping stopping, boolean journal) {
    this.target = target;
    this.stopping = stopping;
    this.journal = journal;
    this.session = target.openSession();
    session.servesAs("journal");
  }

  /** For a run that is entered in the journal. */
  static LeadSession withJournal(OpenConnection target, Stopping stopping) {
    return new LeadSession(target, stopping, true);
  }

  /** For a run that nobody will know of. */
  static LeadSession withoutJournal(OpenConnection target, Stopping stopping) {
    return new LeadSession(target, stopping, false);
  }

  /** Enters the run with the batches that are known already. */
  synchronized void begin(RunEntry entry, List<JournaledBatch> batches) {
    run = OptionalLong.of(Journal.open(session).begin(entry, batches));
  }

  /**
   * Takes over a run that was interrupted.
   *
   * @throws UserException where another session leads it at this moment
   */
  synchronized void takeOver(JournaledRun interrupted) {
    if (!RunLock.take(session, interrupted.number())) {
      throw new UserException(
          UserException.Kind.CHECK,
          ErrorFields.of("run %d is running".formatted(interrupted.number()))
              .withDetail("Another session leads it at this moment.")
              .withHint("See how far it is: runs %d".formatted(interrupted.number())));
    }
    run = OptionalLong.of(interrupted.number());
  }

  /** The run's number; empty without a journal. */
  synchronized OptionalLong run() {
    return run;
  }

  /** Enters batches that are to be copied. */
  synchronized void add(List<JournaledBatch> batches) {
    tell(kept -> kept.add(run.orElseThrow(), batches));
  }

  /** Drops what an earlier resumption meant to read of changed rows. */
  synchronized void dropChanged() {
    tell(kept -> kept.dropChanged(run.orElseThrow()));
  }

  /** Enters that all is copied; false where batches are left after all. */
  synchronized boolean finish() {
    return !journal || asked(kept -> kept.finish(run.orElseThrow()));
  }

  /** What was copied in all. */
  synchronized Optional<BatchCounts> counts() {
    return known().map(JournaledRun::counts);
  }

  /** The batches that are still to be copied. */
  synchronized List<JournaledBatch> left() {
    return asked(kept -> kept.left(run.orElseThrow()));
  }

  /** Drops the run, of which nothing was copied; false where something was after all. */
  synchronized boolean forget() {
    return !journal || run.isEmpty() || asked(kept -> kept.forget(run.orElseThrow()));
  }

  /** The run as the journal knows it now. */
  synchronized Optional<JournaledRun> known() {
    return journal ? asked(kept -> kept.run(run.orElseThrow())) : Optional.empty();
  }

  /** How many rows each key skipped, in all batches of the run. */
  synchronized Map<String, Long> skippedBy() {
    return asked(kept -> kept.skippedBy(run.orElseThrow()));
  }

  /** All batches of the run. */
  synchronized List<JournaledBatch> batches() {
    return asked(kept -> kept.batches(run.orElseThrow()));
  }

  private void tell(Consumer<Journal> work) {
    if (journal && run.isPresent()) {
      asked(
          kept -> {
            work.accept(kept);
            return true;
          });
    }
  }

  /** Asks the journal, once more in a new session where the old one is lost. */
  private <T> T asked(Function<Journal, T> work) {
    for (int attempt = 1; ; attempt++) {
      try {
        if (session.isClosed()) {
          session = target.openSession();
          session.servesAs("journal");
          RunLock.take(session, run.orElseThrow());
        }
        return work.apply(Journal.open(session));
      } catch (ServerException e) {
        if (!session.isClosed() || !Retry.lost(e) || Retry.exhausted(attempt)) {
          throw e;
        }
        stopping.pause(Retry.pause(attempt));
      }
    }
  }

  @Override
  public synchronized void close() {
    session.close();
  }
}
