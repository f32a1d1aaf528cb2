package io.linkspan.run;

import io.linkspan.connection.ServerException;
import io.linkspan.pg.ErrorFields;
import io.linkspan.pg.UserException;
import java.util.Optional;

/** A run that ended before its time; its DETAIL says what is there of it. */
public final class RunStopped extends UserException {
  private static final long serialVersionUID = 1L;

  RunStopped(Kind kind, ErrorFields fields, UserException cause) {
    super(kind, fields, cause);
  }

  /** What a server said, where that is why. */
  public Optional<ServerException> byServer() {
    return getCause() instanceof ServerException server ? Optional.of(server) : Optional.empty();
  }
}
