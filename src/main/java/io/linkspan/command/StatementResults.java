package io.linkspan.command;

import io.linkspan.connection.PassedOn;
import io.linkspan.connection.ResultListener;
import io.linkspan.connection.ServerException;

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
  private static final class Counting extends PassedOn {
    private long rows;

    Counting(ResultListener listener) {
      super(listener);
    }

    @Override
    public void endOfRows(long count) {
      rows = count;
      super.endOfRows(count);
    }

    @Override
    public void done(long affected) {
      rows = affected;
      super.done(affected);
    }
  }
}
