package io.linkspan.connection;

import io.linkspan.pg.ErrorFields;
import java.util.List;
import java.util.Optional;

/** Passes on all that becomes of a statement; whoever extends it says what it does otherwise. */
public abstract class PassedOn implements ResultListener {
  private final ResultListener listener;

  /** Passes on to this one. */
  protected PassedOn(ResultListener listener) {
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
  public void endOfRows(long rows) {
    listener.endOfRows(rows);
  }

  @Override
  public void done(long affected) {
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
