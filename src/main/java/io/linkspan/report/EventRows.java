package io.linkspan.report;

import io.linkspan.connection.ColumnHead;
import io.linkspan.connection.ResultListener;
import io.linkspan.pg.ErrorFields;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** The results of one statement as events, row by row as they come. */
public final class EventRows implements ResultListener {
  private final String sql;
  private final Consumer<String> events;
  private List<ColumnHead> heads = List.of();

  /**
   * Results of a statement.
   *
   * @param events takes each of them
   */
  public EventRows(String sql, Consumer<String> events) {
    this.sql = sql;
    this.events = events;
  }

  @Override
  public void columns(List<ColumnHead> columns) {
    heads = List.copyOf(columns);
    events.accept(
        new EventText("columns")
            .objects(
                "columns",
                heads,
                (json, head) -> json.member("name", head.name()).member("type", head.typeName()))
            .line());
  }

  @Override
  public void row(List<Optional<String>> values) {
    events.accept(new EventText("row").row("values", heads, values).line());
  }

  @Override
  public void endOfRows(long rows) {
    result(rows);
  }

  @Override
  public void done(long affected) {
    result(affected);
  }

  private void result(long rows) {
    events.accept(
        new EventText("result")
            .member("command", CommandTag.of(sql, rows))
            .member("rows", rows)
            .line());
  }

  @Override
  public void notice(ErrorFields notice) {
    events.accept(SessionEvents.notice(notice));
  }
}
