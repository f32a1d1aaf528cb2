package io.linkspan.command;

import io.linkspan.command.QueryBuffer.Query;
import io.linkspan.command.Usage.Group;
import io.linkspan.connection.ColumnHead;
import io.linkspan.connection.PassedOn;
import io.linkspan.connection.ResultListener;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** {@code \gexec}: sends what is typed, and then each value of its result as a statement. */
final class GexecCommand implements AsPsql {
  private final Workspace workspace;

  GexecCommand(Workspace workspace) {
    this.workspace = workspace;
  }

  @Override
  public Usage usage() {
    return new Usage(
        Group.PSQL,
        List.of("\\gexec"),
        List.of("\\gexec"),
        "sends the SQL typed before it, and then each value of its result as a statement",
        "Row by row, from left to right; it stops at the first error. NULL is passed over.",
        List.of("select format('analyze %I', 'users') \\gexec"));
  }

  @Override
  public Outcome execute(Invocation typed) {
    PsqlWords.arguments(typed, workspace, 0);
    Query query = PsqlWords.taken(workspace, typed.word());
    Deque<Outcome> first = new ArrayDeque<>();
    Deque<String> statements = new ArrayDeque<>();
    first.add(
        Outcome.mapped(
            workspace.typing().send(query, typed),
            results ->
                new Outcome.Results(
                    results.sql(),
                    listener -> results.source().accept(new Values(listener, statements)))));
    return new Outcome.Series(
        () ->
            first.isEmpty()
                ? Optional.ofNullable(statements.poll())
                    .map(sql -> workspace.typing().send(new Query(query.connection(), sql), typed))
                : Optional.of(first.remove()));
  }

  /** Keeps the values and shows no row of them, so that nobody ever has enough. */
  private static final class Values extends PassedOn {
    private final Deque<String> found;

    Values(ResultListener listener, Deque<String> found) {
      super(listener);
      this.found = found;
    }

    @Override
    public void columns(List<ColumnHead> heads) {}

    @Override
    public void row(List<Optional<String>> values) {
      values.forEach(value -> value.ifPresent(found::add));
    }

    @Override
    public void endOfRows(long rows) {}

    @Override
    public boolean enough() {
      return false;
    }
  }
}
