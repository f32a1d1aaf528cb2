package io.linkspan.connection;

import java.util.Optional;
import java.util.OptionalLong;

/** Collects what comes back for one message, and tells it at the end. */
interface Told {
  /** Nobody listens. */
  Told TO_NOBODY =
      new Told() {
        @Override
        public void rows(long count) {}

        @Override
        public void text(String answer) {}

        @Override
        public ResultListener counting(ResultListener listener) {
          return listener;
        }

        @Override
        public void answered() {}

        @Override
        public void failed(ServerException error) {}
      };

  void rows(long count);

  void text(String answer);

  /** The same listener, whose rows are counted. */
  ResultListener counting(ResultListener listener);

  void answered();

  void failed(ServerException error);

  /** Somebody listens; one thread uses it. */
  final class ToSomebody implements Told {
    private final Sent message;
    private final TrafficListener to;
    private OptionalLong rows = OptionalLong.empty();
    private String text = "";

    ToSomebody(Sent message, TrafficListener to) {
      this.message = message;
      this.to = to;
    }

    @Override
    public void rows(long count) {
      rows = OptionalLong.of(rows.orElse(0) + count);
    }

    @Override
    public void text(String answer) {
      text = answer;
    }

    @Override
    public void answered() {
      tell(Optional.empty());
    }

    @Override
    public void failed(ServerException error) {
      tell(Optional.of(error));
    }

    private void tell(Optional<ServerException> error) {
      to.answered(new Answered(message, rows, text, error, System.nanoTime()));
    }

    @Override
    public ResultListener counting(ResultListener listener) {
      return new PassedOn(listener) {
        @Override
        public void endOfRows(long count) {
          rows(count);
          super.endOfRows(count);
        }

        @Override
        public void done(long affected) {
          rows(affected);
          super.done(affected);
        }
      };
    }
  }
}
