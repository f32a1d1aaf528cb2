package io.linkspan.shell;

import io.linkspan.connection.ColumnHead;
import io.linkspan.connection.Notification;
import io.linkspan.connection.ResultListener;
import io.linkspan.pg.ErrorFields;
import java.util.List;
import java.util.Optional;

/** Results on their way to a place that may have had enough of them. */
record UntilEnough(ResultListener listener, ResultPlace place) implements ResultListener {
  @Override
  public void columns(List<ColumnHead> heads) {
    listener.columns(heads);
  }

  @Override
  public void row(List<Optional<String>> values) {
    listener.row(values);
  }

  @Override
  public void endOfRows(long rows) {
    listener.endOfRows(rows);
  }

  @Override
  public void done(long affected) {
    listener.done(affected);
  }

  @Override
  public boolean enough() {
    return place.enough();
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
