package io.linkspan.command;

import io.linkspan.connection.ColumnHead;
import io.linkspan.connection.ResultListener;
import io.linkspan.pg.ErrorFields;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Keeps the rows of a result that is known to be small. */
final class Collected implements ResultListener {
  private final List<ColumnHead> heads = new ArrayList<>();
  private final List<List<Optional<String>>> rows = new ArrayList<>();

  List<ColumnHead> heads() {
    return List.copyOf(heads);
  }

  List<List<Optional<String>>> rows() {
    return List.copyOf(rows);
  }

  /** Hands everything on, as if it came from the server now. */
  void handTo(ResultListener listener) {
    listener.columns(heads());
    rows.forEach(listener::row);
    listener.endOfRows(rows.size());
  }

  @Override
  public void columns(List<ColumnHead> columns) {
    heads.addAll(columns);
  }

  @Override
  public void row(List<Optional<String>> values) {
    rows.add(values);
  }

  @Override
  public void endOfRows(long count) {}

  @Override
  public void done(long affected) {}

  @Override
  public void notice(ErrorFields notice) {}
}
