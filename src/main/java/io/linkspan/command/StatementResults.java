package io.linkspan.command;

import io.linkspan.connection.ColumnHead;
import io.linkspan.connection.PassedOn;
import io.linkspan.connection.ResultListener;
import io.linkspan.connection.ServerException;
import java.util.List;
import java.util.Optional;

/** Keeps what became of a statement in the variables that psql sets (psql manual, "Variables"). */
final class StatementResults {
  /** Characters that are kept of an answer, or a little more. */
  private static final int MOST_TEXT = 10_000;

  private StatementResults() {}

  /** The same, kept in the workspace when it has ended. */
  static Outcome.Results kept(Workspace workspace, Outcome.Results results) {
    return new Outcome.Results(results.sql(), listener -> run(workspace, results, listener));
  }

  private static void run(Workspace workspace, Outcome.Results results, ResultListener listener) {
    Counting counting = new Counting(listener);
    workspace.answered(Optional.empty());
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
    workspace.answered(Optional.of(counting.answer()));
  }

  /** Counts the rows that go by and keeps the first value. */
  private static final class Counting extends PassedOn {
    private long rows;
    private Optional<String> first = Optional.empty();
    private boolean begun;
    private final StringBuilder text = new StringBuilder();

    Counting(ResultListener listener) {
      super(listener);
    }

    LastAnswer answer() {
      return new LastAnswer(first, rows, text.toString());
    }

    @Override
    public void columns(List<ColumnHead> heads) {
      begun = false;
      text.setLength(0);
      super.columns(heads);
    }

    @Override
    public void row(List<Optional<String>> values) {
      if (!begun) {
        begun = true;
        first = values.stream().findFirst().flatMap(value -> value);
      }
      if (text.length() < MOST_TEXT) {
        values.forEach(value -> text.append(value.orElse("")).append('\n'));
      }
      super.row(values);
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
