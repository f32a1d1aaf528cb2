package io.linkspan.shell;

import io.linkspan.connection.PassedOn;
import io.linkspan.connection.ResultListener;

/** Results on their way to a place that may have had enough of them. */
final class UntilEnough extends PassedOn {
  private final ResultPlace place;

  UntilEnough(ResultListener listener, ResultPlace place) {
    super(listener);
    this.place = place;
  }

  @Override
  public boolean enough() {
    return place.enough();
  }
}
