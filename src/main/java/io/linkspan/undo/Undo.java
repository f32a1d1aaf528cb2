package io.linkspan.undo;

import io.linkspan.catalog.Deletion;
import io.linkspan.connection.Session;
import io.linkspan.journal.Journal;
import io.linkspan.journal.JournaledRun;
import io.linkspan.journal.RunLock;
import io.linkspan.pg.UserException;
import java.util.function.Function;

/** Takes one run back: exactly the rows that it inserted and nobody changed since. */
public final class Undo {
  private final Session session;
  private final Journal journal;
  private final long number;

  /**
   * The undoing of a run that the journal knows.
   *
   * @param session on the target, without an open transaction
   */
  public Undo(Session session, Journal journal, JournaledRun run) {
    this.session = session;
    this.journal = journal;
    this.number = run.number();
  }

  /**
   * Counts what would go, and changes nothing.
   *
   * @throws UserException where the run cannot be undone
   */
  public UndoPreview look() {
    return locked(
        run -> {
          Deletion deletion = new UndoGuards(session, run).check();
          return new UndoPreview(run, rows(run, deletion).count(), deletion);
        });
  }

  /**
   * Removes the rows in one transaction and enters that in the journal.
   *
   * @param shown what the user said yes to
   * @throws UserException where the run cannot be undone any more or a server reports an error;
   *     nothing is changed then
   */
  public Undone remove(UndoPreview shown) {
    return locked(
        run -> {
          UndoGuards guards = new UndoGuards(session, run);
          RunRows rows = rows(run, guards.check());
          boolean done = false;
          // Where somebody changes a row meanwhile, this level looks at the row again and leaves
          // it.
          session.execute("BEGIN ISOLATION LEVEL READ COMMITTED");
          try {
            long removed = rows.delete();
            guards.checkFiles();
            if (removed > shown.rows()) {
              throw refusals(run).moreThanShown(shown.rows(), removed);
            }
            journal.undone(number, removed);
            session.execute("COMMIT");
            done = true;
            return new Undone(run, shown.rows(), removed);
          } finally {
            if (!done && !session.isClosed()) {
              session.execute("ROLLBACK");
            }
          }
        });
  }

  private RunRows rows(JournaledRun run, Deletion deletion) {
    return RunRows.of(session, number, run.entry().into(), deletion.kind());
  }

  /** Does something while nobody can resume the run or undo it too. */
  private <T> T locked(Function<JournaledRun, T> work) {
    JournaledRun before = journal.run(number).orElseThrow();
    if (!RunLock.take(session, number)) {
      throw refusals(before).running();
    }
    try {
      return work.apply(journal.run(number).orElseThrow());
    } finally {
      if (!session.isClosed()) {
        RunLock.release(session, number);
      }
    }
  }

  private UndoRefusals refusals(JournaledRun run) {
    return new UndoRefusals(session.name(), number, run.entry().into());
  }
}
