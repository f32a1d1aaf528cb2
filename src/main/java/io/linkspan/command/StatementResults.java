package io.linkspan.command;

import io.linkspan.connection.ColumnHead;
import io.linkspan.connection.Notification;
import io.linkspan.connection.ResultListener;
import io.linkspan.connection.ServerException;
import io.linkspan.pg.ErrorFields;
import java.util.List;
import java.util.Optional;

/** Keeps what became of a statement in the variables that psql sets (psql manual, "Variables"). */
final class StatementResults {
  private StatementResults() {}

  /** The same, kept in the workspace when it has ended. */
  static Outcome.Results kept(Workspace workspace, Outcome.Results results) {
    return new Outcome.Results(results.sql(), listener -> run(workspace, results, listener));
  }

  private static void run(Workspace workspace, Outcome.Results results, ResultListener listener) {
    Counting counting = new Counting(listener);
    try {
      results.source().accept(counting);
    } catch (ServerException e) {
      ServerException told = SecretErrors.without(e, results.sql(), workspace.variables());
      workspace.failed(told);
      throw told;
    }
    workspace.variables().put("ERROR", "false");
    workspace.variables().put("SQLSTATE", "00000");
    if (counting.enough()) {
      // Not all of them were read, and nobody knows how many there are.
      workspace.variables().remove("ROW_COUNT");
    } else {
      workspace.variables().put("ROW_COUNT", Long.toString(counting.rows));
    }
  }

  /** Counts the rows that go by. */
  private static final class Counting implements ResultListener {
    private final ResultListener listener;
    private long rows;

    Counting(ResultListener listener) {
      this.listener = listener;
    }

    @Override
    public void columns(List<ColumnHead> heads) {
      listener.columns(heads);
    }

    @Override
    public void row(List<Optional<String>> values) {
      listener.row(values);
    }

    @Override
    public void endOfRows(long count) {
      rows = count;
      listener.endOfRows(count);
    }

    @Override
    public void done(long affected) {
      rows = affected;
      listener.done(affected);
    }

    @Override
    public boolean enough() {
      return listener.enough();
    }

    @Override
    public void notice(ErrorFields notice) {
      listener.notice(notice);
    }

    @Override
    public void notified(Notification notification) {
      listener.notified(notification);
    }
  }
}
