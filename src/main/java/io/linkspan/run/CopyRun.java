package io.linkspan.run;

import io.linkspan.connection.Link;
import io.linkspan.connection.ServerException;
import io.linkspan.connection.Session;
import io.linkspan.connection.TransactionStatus;
import io.linkspan.pg.ErrorFields;
import io.linkspan.pg.SqlState;
import io.linkspan.pg.UserException;
import io.linkspan.plan.CopyPlan;
import io.linkspan.statement.DblinkStatement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/**
 * One run of a plan: all its statements in one transaction on the target, the source read in one
 * transaction of its own. Either everything is there afterwards or nothing.
 */
public final class CopyRun {
  private final CopyPlan plan;
  private final DblinkStatement statement;
  private final Link link;
  private final Session session;
  private final boolean dry;
  private volatile boolean stopped;

  /**
   * A run yet to be started.
   *
   * @param session the target's session in which the link is open
   * @param dry whether to roll back at the end
   */
  public CopyRun(
      CopyPlan plan, DblinkStatement statement, Link link, Session session, boolean dry) {
    this.plan = plan;
    this.statement = statement;
    this.link = link;
    this.session = session;
    this.dry = dry;
  }

  /**
   * Carries the plan out on the caller's thread.
   *
   * @throws UserException where a transaction is open already, or a server reports an error;
   *     nothing is changed then
   */
  public Receipt run() {
    if (session.transactionStatus() != TransactionStatus.IDLE) {
      throw new UserException(
          UserException.Kind.USAGE,
          ErrorFields.of("a transaction is open on target \"%s\"".formatted(session.name()))
              .withDetail("A run is a transaction of its own.")
              .withHint("End it first: COMMIT; or ROLLBACK;"));
    }
    long start = System.nanoTime();
    boolean done = false;
    session.execute("BEGIN");
    try {
      link.execute("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
      Tally tally = copy();
      List<Receipt.SequenceMoved> sequences = moveSequences();
      requireNotStopped();
      link.execute("COMMIT");
      session.execute(dry ? "ROLLBACK" : "COMMIT");
      done = true;
      return tally.receipt(dry, sequences, Duration.ofNanos(System.nanoTime() - start));
    } catch (ServerException e) {
      throw e.sqlState().equals(SqlState.QUERY_CANCELED) ? stopped(e) : e;
    } finally {
      if (!done) {
        abandon();
      }
    }
  }

  /** Lets the run end before its next statement. May be called from another thread. */
  public void stop() {
    stopped = true;
  }

  private void requireNotStopped() {
    if (stopped) {
      throw new UserException(
          UserException.Kind.INTERRUPTED,
          ErrorFields.of("the run was stopped")
              .withHint("The run was rolled back; nothing was changed."));
    }
  }

  private Tally copy() {
    for (String before : statement.before()) {
      session.execute(before);
    }
    requireNotStopped();
    TriggerCounts counts = TriggerCounts.before(plan, session);
    InsertCounts explained =
        InsertCounts.parse(
            session.text(
                "EXPLAIN (ANALYZE, TIMING OFF, BUFFERS OFF, FORMAT JSON) " + statement.insert()));
    requireNotStopped();
    Tally tally = Tally.of(plan, explained, counts.after(session));
    return tally.withKeys(SkippedKeys.count(plan, tally.skipped(), link, session));
  }

  /** A sequence does not come back with a rollback, so a dry run leaves it where it is. */
  private List<Receipt.SequenceMoved> moveSequences() {
    List<Receipt.SequenceMoved> moved = new ArrayList<>();
    for (int i = 0; i < statement.after().size(); i++) {
      OptionalLong to = OptionalLong.empty();
      if (!dry) {
        List<Long> values = session.rows(statement.after().get(i), row -> row.number("setval"));
        to = values.isEmpty() ? OptionalLong.empty() : OptionalLong.of(values.get(0));
      }
      moved.add(new Receipt.SequenceMoved(plan.sequences().get(i).sequence().quoted(), to));
    }
    return moved;
  }

  private static UserException stopped(ServerException e) {
    return new UserException(
        UserException.Kind.INTERRUPTED,
        e.fields().withHint("The run was rolled back; nothing was changed."),
        e);
  }

  /** Ends what is open on both servers; a lost connection has ended it already. */
  private void abandon() {
    if (!session.isClosed()) {
      try {
        session.execute("ROLLBACK");
      } finally {
        // The source's transaction is aborted and its connection may be busy: it is not used again.
        link.close();
      }
    }
  }
}
