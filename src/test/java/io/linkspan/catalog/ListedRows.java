package io.linkspan.catalog;

import io.linkspan.connection.ColumnHead;
import io.linkspan.connection.ResultListener;
import io.linkspan.connection.Session;
import io.linkspan.pg.ErrorFields;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Keeps a list as text: heads and rows, values parted by bars. */
final class ListedRows implements ResultListener {
  private final List<String> lines = new ArrayList<>();

  static List<String> of(Session session, CatalogList list) {
    ListedRows rows = new ListedRows();
    session.list(list.sql(), list.parameters(), rows);
    return List.copyOf(rows.lines);
  }

  @Override
  public void columns(List<ColumnHead> heads) {
    lines.add(heads.stream().map(ColumnHead::name).collect(Collectors.joining("|")));
  }

  @Override
  public void row(List<Optional<String>> values) {
    lines.add(values.stream().map(value -> value.orElse("")).collect(Collectors.joining("|")));
  }

  @Override
  public void endOfRows(long rows) {}

  @Override
  public void done(long affected) {}

  @Override
  public void notice(ErrorFields notice) {}
}
