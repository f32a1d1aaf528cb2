package io.linkspan.command;

import io.linkspan.connection.ColumnHead;
import io.linkspan.connection.ResultListener;
import io.linkspan.pg.ErrorFields;
import io.linkspan.run.RunListener;
import java.util.List;
import java.util.Optional;

/** Carries an outcome out and shows nothing of it. */
final class Silently {
  private static final ResultListener NOBODY =
      new ResultListener() {
        @Override
        public void columns(List<ColumnHead> heads) {}

        @Override
        public void row(List<Optional<String>> values) {}

        @Override
        public void endOfRows(long count) {}

        @Override
        public void done(long affected) {}

        @Override
        public void notice(ErrorFields notice) {}
      };

  private Silently() {}

  static void carryOut(Outcome outcome) {
    if (outcome instanceof Outcome.Results results) {
      results.source().accept(NOBODY);
    } else if (outcome instanceof Outcome.Working working) {
      carryOut(working.work().apply(RunListener.NONE));
    } else if (outcome instanceof Outcome.Told told) {
      carryOut(told.shown());
    } else if (outcome instanceof Outcome.Apart apart) {
      carryOut(apart.outcome());
    } else if (outcome instanceof Outcome.Several several) {
      several.parts().forEach(Silently::carryOut);
    } else if (outcome instanceof Outcome.Series series) {
      for (Optional<Outcome> part = series.next().get();
          part.isPresent();
          part = series.next().get()) {
        carryOut(part.orElseThrow());
      }
    }
  }
}
