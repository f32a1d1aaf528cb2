package io.linkspan.undo;

import io.linkspan.catalog.Deletion;
import io.linkspan.catalog.DeletionReader;
import io.linkspan.catalog.Table;
import io.linkspan.connection.Session;
import io.linkspan.journal.HeapFiles;
import io.linkspan.journal.JournaledRun;
import io.linkspan.journal.RunState;

/** Refuses to undo a run whose rows cannot be told from others, or cannot be removed. */
final class UndoGuards {
  private final Session session;
  private final UndoRefusals refusals;
  private final JournaledRun run;
  private final String table;

  UndoGuards(Session session, JournaledRun run) {
    this.session = session;
    this.run = run;
    this.table = run.entry().into();
    this.refusals = new UndoRefusals(session.name(), run.number(), table);
  }

  /**
   * What matters to the deletion.
   *
   * @throws io.linkspan.pg.UserException for the first reason that there is
   */
  Deletion check() {
    checkRun();
    Deletion deletion = DeletionReader.read(session, table).orElseThrow(refusals::missing);
    checkTable(deletion);
    checkIds();
    return deletion;
  }

  private void checkRun() {
    if (run.state() == RunState.UNDONE) {
      throw refusals.undone(run.undoneRows());
    }
    if (run.counts().updated() > 0) {
      throw refusals.updated(run.counts().updated());
    }
    if (run.counts().inserted() == 0) {
      throw refusals.nothingInserted();
    }
  }

  private void checkTable(Deletion deletion) {
    boolean heaps =
        deletion.kind() == Table.Kind.TABLE || deletion.kind() == Table.Kind.PARTITIONED_TABLE;
    if (!heaps) {
      throw refusals.noTable();
    }
    if (!deletion.mayDelete()) {
      throw refusals.lacks("DELETE", deletion.role());
    }
    if (!deletion.maySelect()) {
      throw refusals.lacks("SELECT", deletion.role());
    }
    if (deletion.readOnly()) {
      throw refusals.readOnly();
    }
    if (deletion.rowSecurity()) {
      throw refusals.rowSecurity(deletion.role());
    }
    if (deletion.rules()) {
      throw refusals.rules();
    }
    checkFiles();
  }

  /**
   * Also refuses within the transaction that deletes: from then on nobody can rewrite the table.
   */
  void checkFiles() {
    if (HeapFiles.differ(run.entry().targetFiles(), HeapFiles.read(session, table))) {
      throw refusals.rewritten();
    }
  }

  private void checkIds() {
    RunIds ids = RunIds.read(session, run.number());
    if (ids.tooOld()) {
      throw refusals.tooOld();
    }
    if (ids.usedBefore() && !run.entry().clean()) {
      throw refusals.notClean();
    }
  }
}
