package io.linkspan.command;

import io.linkspan.catalog.FormattedTypes;
import io.linkspan.command.QueryBuffer.Query;
import io.linkspan.command.Usage.Group;
import io.linkspan.connection.ColumnHead;
import io.linkspan.connection.OpenConnection;
import io.linkspan.connection.ResultListener;
import io.linkspan.connection.StatementColumn;
import io.linkspan.sql.Parameters;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code \gdesc}: the columns that a statement would give; it is not carried out. */
final class GdescCommand implements AsPsql {
  private final Workspace workspace;

  GdescCommand(Workspace workspace) {
    this.workspace = workspace;
  }

  @Override
  public Usage usage() {
    return new Usage(
        Group.PSQL,
        List.of("\\gdesc"),
        List.of("\\gdesc"),
        "shows the columns and types that the SQL typed before it would give, without sending it",
        "",
        List.of("select * from users \\gdesc"));
  }

  @Override
  public Outcome execute(Invocation typed) {
    PsqlWords.arguments(typed, workspace, 0);
    Query query = PsqlWords.taken(workspace, typed.word());
    OpenConnection connection =
        query
            .connection()
            .map(workspace.connections()::named)
            .orElseGet(workspace.connections()::current);
    workspace.buffer().sent(query);
    List<StatementColumn> columns = new ArrayList<>();
    Outcome described =
        StatementResults.kept(
            workspace,
            new Outcome.Results(
                query.sql(), listener -> columns.addAll(shown(connection, query, listener))));
    String none = "The command has no result, or the result has no columns.";
    return Outcome.inTurn(
        List.of(() -> described, () -> columns.isEmpty() ? Outcome.line(none) : Outcome.nothing()));
  }

  private static List<StatementColumn> shown(
      OpenConnection connection, Query query, ResultListener listener) {
    List<StatementColumn> columns = connection.session().columnsOf(Parameters.escaped(query.sql()));
    if (columns.isEmpty()) {
      return columns;
    }
    List<String> types = FormattedTypes.of(connection.session(), columns);
    listener.columns(List.of(new ColumnHead("Column", "name"), new ColumnHead("Type", "text")));
    for (int i = 0; i < columns.size(); i++) {
      listener.row(List.of(Optional.of(columns.get(i).name()), Optional.of(types.get(i))));
    }
    listener.endOfRows(columns.size());
    return columns;
  }
}
